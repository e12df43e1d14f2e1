import type { Place } from '../../session/place-in-use.ts';
import { EMPTY_TEXT, wholeText } from '../../terminal/text/typed-text.ts';
import type { Field, Form } from './form.ts';

const NAME = 'guard';
/** Longer than any context is called. */
const NAME_LENGTH_MAX = 200;

/** In a guarded context each form asks for the context's name last; it is never kept with the rest of what was typed. */
export function withGuard(form: Form, { name, guarded }: Place): Form {
  if (!guarded) return form;
  const field: Field = {
    kind: 'text',
    name: NAME,
    needed: true,
    placeholder: name,
    typed: EMPTY_TEXT,
    entry: { multiline: false, lengthMax: NAME_LENGTH_MAX },
  };
  return { ...form, fields: [...form.fields, field] };
}

export function withoutGuard(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ name }) => name !== NAME);
}

/** Index of the field when another name stands in it, or -1. */
export function wrongGuard({ fields }: Form, place: Place): number {
  return fields.findIndex(
    (field) => field.name === NAME && field.kind === 'text' && wholeText(field.typed).trim() !== place.name,
  );
}
