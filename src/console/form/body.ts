import type { ActionInput, CreateNotice, RevealRequest } from '@district/contract/types.ts';
import { wholeText } from '../../terminal/text/typed-text.ts';
import { type Field, type Form, isFilled } from './form.ts';
import { withoutGuard } from './guard-field.ts';

function valueOf(field: Field): unknown {
  if (field.kind === 'units') {
    if (field.name === 'regions') return field.chosen.map(({ id }) => id);
    if (field.name === 'role' || field.name === 'region') return field.chosen[0]?.id;
    const texts = field.chosen.map(({ kind, id }) => `${kind}:${id}`);
    return field.many ? texts : texts[0];
  }
  if (field.kind === 'choice') {
    const option = field.options[field.index];
    if (field.name === 'channels' || field.name === 'fields') return option?.split('+');
    return field.name === 'rating' || field.name === 'wait' ? option : option === 'yes';
  }
  const text = wholeText(field.typed).trim();
  if (field.name === 'limit') return Number(text);
  if (field.name === 'notes') return text.split('\n').filter((line) => line.trim() !== '');
  return field.name === 'into' ? text.toUpperCase() : text;
}

function valuesOf({ fields }: Form): Record<string, unknown> {
  const filled = withoutGuard(fields).filter(isFilled);
  return Object.fromEntries(
    filled.map((field) => [field.name === 'agency' ? 'unit' : field.name, valueOf(field)]),
  );
}

/** The body of the action: the fields that were filled in. The platform judges the values. */
export function bodyOf(form: Form): ActionInput & Partial<RevealRequest> {
  return valuesOf(form) as ActionInput & Partial<RevealRequest>;
}

/** What a form of triage says. */
export function triageBodyOf(form: Form): { text?: string; wait?: string; remark?: string } {
  return valuesOf(form);
}

/** What a form about a shift says. */
export function dutyBodyOf(form: Form): {
  shiftEnd?: string;
  take?: boolean;
  next?: string;
  notes?: string[];
} {
  return valuesOf(form);
}

/** The notice that a form describes. */
export function noticeOf(form: Form): CreateNotice {
  const { regions, ...rest } = valuesOf(form);
  return { ...rest, audience: { regions } } as CreateNotice;
}
