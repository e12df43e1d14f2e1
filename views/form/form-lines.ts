import { formActionText } from '../../src/console/form/action-word.ts';
import type { Form } from '../../src/console/form/form.ts';
import type { Choice } from '../../src/console/form/units.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { formMessages } from '../../src/i18n/messages/console-form.ts';
import { triageMessages } from '../../src/i18n/messages/console-triage.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { progressBar } from '../../src/output/plot.ts';
import { clip, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { fieldLines } from './field-lines.ts';

export interface FormLook {
  columns: number;
  /** Lines it may take at most. */
  rows: number;
  language: Language;
  /** What a field may choose from. */
  units: readonly Choice[];
}

export interface FormLines {
  lines: Span[][];
  /** Where text goes: column and line of the form. */
  cursor: { x: number; y: number } | null;
}

/** A form as lines: what is done to what, the fields, what went wrong, the keys. */
export function formLines(form: Form, look: FormLook): FormLines {
  const { columns, rows, language } = look;
  const keys = translate(consoleMessages, language, form.sending ? 'hintsSending' : 'hintsForm');
  const hint = form.sending ? sentOf(form) + keys : keys;
  const message = form.message === null ? [] : wrapLines(form.message, columns);
  const advice = form.advice === null ? [] : wrapLines(form.advice, columns);
  const preview = form.preview === null ? [] : wrapLines(form.preview.text, columns);
  const lines: Span[][] = [plainLine(clip(titleOf(form, language), columns), 'strong')];
  let cursor: FormLines['cursor'] = null;
  const room = Math.max(
    1,
    rows - 2 - message.length - preview.length - advice.length - (form.fields.length - 1),
  );
  for (const [at, field] of form.fields.entries()) {
    const focused = at === form.focus && !form.sending;
    const shown = fieldLines(field, { ...look, focused, room });
    if (shown.cursor) cursor = { x: shown.cursor.x, y: lines.length + shown.cursor.y };
    lines.push(...shown.lines);
  }
  lines.push(...advice.map((line) => plainLine(line, 'yellow')));
  lines.push(...preview.map((line) => plainLine(line, 'strong')));
  lines.push(...message.map((line) => plainLine(line, 'red')), plainLine(clip(hint, columns), 'dim'));
  return { lines, cursor };
}

const BAR_COLUMNS = 22;

/** How far several have been sent; one alone is there before a bar would say anything. */
function sentOf({ targets }: Form): string {
  const total = targets.length;
  if (total < 2) return '';
  const tried = targets.filter(({ done, refused }) => done || refused).length;
  return `${progressBar(tried, total, BAR_COLUMNS)} ${tried}/${total}  `;
}

function titleOf(form: Form, language: Language): string {
  const action = formActionText(form.action, language);
  const [first] = form.targets;
  if (first?.no === '') return action;
  if (form.targets.length === 1 && first) return `${action}  ${first.no}  ${first.title}`;
  const skipped = form.skipped > 0 ? translate(formMessages, language, 'skipped', { n: form.skipped }) : '';
  const several =
    form.action === 'units.remind'
      ? translate(triageMessages, language, 'units', { n: form.targets.length })
      : translate(formMessages, language, 'several', { n: form.targets.length });
  return `${action}  ${several}${skipped}`;
}
