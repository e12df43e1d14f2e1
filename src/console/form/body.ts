import type { ActionInput, CreateNotice, RevealRequest } from '@district/contract/types.ts';
import { wholeText } from '../../terminal/text/typed-text.ts';
import { type Field, type Form, isFilled } from './form.ts';

function valueOf(field: Field): unknown {
  if (field.kind === 'units') {
    if (field.name === 'regions') return field.chosen.map(({ id }) => id);
    const texts = field.chosen.map(({ kind, id }) => `${kind}:${id}`);
    return field.many ? texts : texts[0];
  }
  if (field.kind === 'choice') {
    const option = field.options[field.index];
    if (field.name === 'channels' || field.name === 'fields') return option?.split('+');
    return field.name === 'rating' ? option : option === 'yes';
  }
  const text = wholeText(field.typed).trim();
  if (field.name === 'limit') return Number(text);
  return field.name === 'into' ? text.toUpperCase() : text;
}

/** The body of the action: the fields that were filled in. The platform judges the values. */
export function bodyOf(form: Form): ActionInput & Partial<RevealRequest> {
  return Object.fromEntries(
    form.fields.filter(isFilled).map((field) => [field.name, valueOf(field)]),
  ) as ActionInput & Partial<RevealRequest>;
}

/** The notice that a form describes. */
export function noticeOf(form: Form): CreateNotice {
  const values = Object.fromEntries(
    form.fields.filter(isFilled).map((field) => [field.name, valueOf(field)]),
  );
  const { regions, ...rest } = values;
  return { ...rest, audience: { regions } } as CreateNotice;
}
