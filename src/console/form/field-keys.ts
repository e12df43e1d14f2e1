import { isCharacter } from '../../terminal/keyboard/key-name.ts';
import { editText } from '../../terminal/text/edit-text.ts';
import { movedByRow } from '../../terminal/text/layout.ts';
import { EMPTY_TEXT, type Entry, insertText } from '../../terminal/text/typed-text.ts';
import type { Field } from './form.ts';
import { type Choice, matchingUnits } from './units.ts';

/** What is typed to find a unit: longer than the longest name. */
const QUERY: Entry = { multiline: false, lengthMax: 100 };

/** What a key makes of a field that shows its text in so many columns, or undefined when the field has no use for it. */
export function editField(
  field: Field,
  key: string,
  look: { units: readonly Choice[]; columns: number },
): Field | undefined {
  if (field.kind === 'text') return editTextField(field, key, look.columns);
  return field.kind === 'units' ? editUnits(field, key, look.units) : editChoice(field, key);
}

function editTextField(field: TextField, key: string, columns: number): Field | undefined {
  if (field.name === 'limit' && isCharacter(key) && !/\d/.test(key)) return field;
  const typed =
    key === 'up' || key === 'down'
      ? movedByRow(field.typed, key === 'down' ? 1 : -1, columns)
      : editText(field.typed, key, field.entry);
  return typed && { ...field, typed };
}

/** The field with a paste in it, and how many characters there was no room for. */
export function pasteIntoField(field: Field, text: string): { field: Field; leftOut: number } {
  if (field.kind === 'text') {
    const { typed, leftOut } = insertText(field.typed, text, field.entry);
    return { field: { ...field, typed }, leftOut };
  }
  if (field.kind === 'choice') return { field, leftOut: 0 };
  const { typed: query, leftOut } = insertText(field.query, text, QUERY);
  return { field: { ...field, query, cursor: 0 }, leftOut };
}

type TextField = Extract<Field, { kind: 'text' }>;

type UnitsField = Extract<Field, { kind: 'units' }>;
type ChoiceField = Extract<Field, { kind: 'choice' }>;

function editUnits(field: UnitsField, key: string, units: readonly Choice[]): Field | undefined {
  const matching = matchingUnits(units, field.query.before + field.query.after);
  if (key === 'down' || key === 'up') {
    const cursor = field.cursor + (key === 'down' ? 1 : -1);
    return { ...field, cursor: Math.min(Math.max(cursor, 0), Math.max(matching.length - 1, 0)) };
  }
  if (key === 'return') return takeUnit(field, matching[field.cursor]);
  const nothingTyped = field.query.before + field.query.after === '';
  if (key === 'backspace' && nothingTyped) return { ...field, chosen: field.chosen.slice(0, -1) };
  const query = editText(field.query, key, QUERY);
  return query && { ...field, query, cursor: 0 };
}

/** Enter takes the unit under the cursor, unless one is chosen already and nothing more is being looked for. */
function takeUnit(field: UnitsField, unit: Choice | undefined): Field | undefined {
  const looking = field.query.before + field.query.after !== '' || field.chosen.length === 0;
  if (!unit || !looking) return undefined;
  if (!field.needed && field.query.before + field.query.after === '') return undefined;
  const others = field.chosen.filter((chosen) => chosen.id !== unit.id);
  return { ...field, chosen: field.many ? [...others, unit] : [unit], query: EMPTY_TEXT, cursor: 0 };
}

function editChoice(field: ChoiceField, key: string): Field | undefined {
  const lowest = field.needed ? 0 : -1;
  const count = field.options.length - lowest;
  const turn = (by: number) => ({
    ...field,
    index: ((field.index - lowest + by + count) % count) + lowest,
  });
  if (key === 'right' || key === ' ') return turn(1);
  if (key === 'left') return turn(-1);
  const initial = field.options.findIndex((option) => option.startsWith(key) && key.length === 1);
  return initial >= 0 ? { ...field, index: initial } : undefined;
}
