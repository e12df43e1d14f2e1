import { fieldLabel, textColumns } from '../../src/console/form/field-label.ts';
import type { Field } from '../../src/console/form/form.ts';
import { type Choice, matchingUnits } from '../../src/console/form/units.ts';
import { fieldMessages } from '../../src/i18n/messages/console-fields.ts';
import { formMessages } from '../../src/i18n/messages/console-form.ts';
import { channelText } from '../../src/i18n/notice-words.ts';
import { revealFieldText } from '../../src/i18n/privacy-words.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { ratingText } from '../../src/i18n/words.ts';
import { cursorPlace, layOut } from '../../src/terminal/text/layout.ts';
import { wholeText } from '../../src/terminal/text/typed-text.ts';
import { clip, tail, widthOf } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

export interface FieldLook {
  columns: number;
  language: Language;
  units: readonly Choice[];
  focused: boolean;
  /** Lines the focused field may take. */
  room: number;
}

export interface FieldLines {
  lines: Span[][];
  cursor: { x: number; y: number } | null;
}

/** Lines of a text, or units to choose from, shown at once. */
const TEXT_ROWS_MAX = 4;
const UNITS_ROWS_MAX = 5;

export function fieldLines(field: Field, look: FieldLook): FieldLines {
  const label = fieldLabel(field, look.language, look.focused);
  if (field.kind === 'text') return textLines(field, label, look);
  return field.kind === 'units' ? unitsLines(field, label, look) : choiceLines(field, label, look);
}

function textLines(field: Extract<Field, { kind: 'text' }>, label: string, look: FieldLook): FieldLines {
  const { columns, language, focused } = look;
  const indent = widthOf(label);
  const whole = wholeText(field.typed);
  const placeholder =
    field.placeholder ?? (field.needed ? '' : translate(formMessages, language, 'optional'));
  if (whole === '')
    return {
      lines: [
        [
          { text: label, tone: focused ? 'strong' : 'plain' },
          { text: clip(placeholder, columns - indent), tone: 'dim' },
        ],
      ],
      cursor: focused ? { x: indent, y: 0 } : null,
    };
  const rows = layOut(field.typed, textColumns(label, columns));
  const { x, y } = cursorPlace(field.typed, rows);
  const visible = focused ? Math.max(1, Math.min(TEXT_ROWS_MAX, look.room)) : 1;
  const top = focused ? Math.max(0, y - visible + 1) : 0;
  return {
    lines: rows
      .slice(top, top + visible)
      .map(({ text }, at) => [
        { text: at === 0 ? label : ' '.repeat(indent), tone: focused ? 'strong' : 'plain' },
        { text: text === '' ? ' ' : text },
      ]),
    cursor: focused ? { x: indent + x, y: y - top } : null,
  };
}

function unitsLines(field: Extract<Field, { kind: 'units' }>, label: string, look: FieldLook): FieldLines {
  const { columns, language, units, focused } = look;
  const chosen = field.chosen.map((unit) => `[${unit.name}] `).join('');
  const lead = label + clip(chosen, Math.floor(columns / 2));
  const query = wholeText(field.query);
  const before = tail(field.query.before, columns - widthOf(lead) - 2);
  const help = query === '' ? translate(formMessages, language, 'pick') : '';
  const first: Span[] = [
    { text: lead, tone: focused ? 'strong' : 'plain' },
    { text: clip(before + field.query.after, columns - widthOf(lead) - 1) || ' ' },
    { text: focused ? ` ${clip(help, columns - widthOf(lead) - 3)}` : '', tone: 'dim' },
  ];
  if (!focused) return { lines: [first], cursor: null };
  const cursor = { x: widthOf(lead) + widthOf(before), y: 0 };
  if (field.chosen.length > 0 && query === '') return { lines: [first], cursor };
  const matching = matchingUnits(units, query);
  const rows = Math.max(1, Math.min(UNITS_ROWS_MAX, look.room - 1));
  const top = Math.max(0, field.cursor - rows + 1);
  const list = matching
    .slice(top, top + rows)
    .map((unit, at) =>
      plainLine(
        clip(
          `${top + at === field.cursor ? '   > ' : '     '}${unit.name}  ${unit.kind}:${unit.id}`,
          columns,
        ),
        top + at === field.cursor ? 'strong' : 'plain',
      ),
    );
  const none = translate(formMessages, language, units.length === 0 ? 'loadingUnits' : 'noUnit');
  return { lines: [first, ...(list.length > 0 ? list : [plainLine(`     ${none}`, 'dim')])], cursor };
}

function choiceLines(field: Extract<Field, { kind: 'choice' }>, label: string, look: FieldLook): FieldLines {
  const { columns, language, focused } = look;
  const word = (option: string) =>
    option === 'yes' || option === 'no'
      ? translate(fieldMessages, language, option)
      : field.name === 'channels'
        ? option
            .split('+')
            .map((channel) => channelText(channel, language))
            .join('+')
        : field.name === 'fields'
          ? option
              .split('+')
              .map((one) => revealFieldText(one, language))
              .join('+')
          : field.name === 'wait'
            ? option
            : ratingText(option, language);
  const options = field.options.map((option, at) =>
    at === field.index ? `[${word(option)}]` : ` ${word(option)} `,
  );
  if (!field.needed) {
    const unset = translate(formMessages, language, 'unset');
    options.push(field.index < 0 ? `[${unset}]` : ` ${unset} `);
  }
  const help = focused ? `  ${translate(formMessages, language, 'choose')}` : '';
  const text = clip(options.join(' ') + help, columns - widthOf(label));
  return {
    lines: [[{ text: label, tone: focused ? 'strong' : 'plain' }, { text }]],
    cursor: focused ? { x: 0, y: 0 } : null,
  };
}
