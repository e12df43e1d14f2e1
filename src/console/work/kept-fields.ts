import { wholeText } from '../../terminal/text/typed-text.ts';
import { type Field, isFilled } from '../form/form.ts';
import type { Choice } from '../form/units.ts';

/** What was put into one field; empty ones are not kept. */
export interface KeptField {
  name: string;
  /** A text, and how much of it stands after the cursor. */
  text?: string;
  after?: number;
  chosen?: readonly Choice[];
  option?: string;
}

export function keptFields(fields: readonly Field[]): KeptField[] {
  return fields.filter(isFilled).map((field) => {
    const { name } = field;
    if (field.kind === 'text') return { name, text: wholeText(field.typed), after: field.typed.after.length };
    if (field.kind === 'units') return { name, chosen: field.chosen };
    return { name, option: field.options[field.index] ?? '' };
  });
}

/** Fields of a new form with what was kept of an old one; what the form no longer asks for is left out. */
export function withKept(fields: readonly Field[], kept: readonly KeptField[]): Field[] {
  return fields.map((field) => {
    const old = kept.find(({ name }) => name === field.name);
    if (!old) return field;
    if (field.kind === 'text') {
      const text = old.text ?? '';
      const at = Math.max(0, text.length - (old.after ?? 0));
      return { ...field, typed: { ...field.typed, before: text.slice(0, at), after: text.slice(at) } };
    }
    if (field.kind === 'units') return { ...field, chosen: old.chosen ?? [] };
    const index = field.options.indexOf(old.option ?? '');
    return index < 0 ? field : { ...field, index };
  });
}
