import { snoozeEnd } from '../../command/moment.ts';
import { remindedLines } from '../../command/reminded-lines.ts';
import { snoozeLine } from '../../command/snooze-line.ts';
import type { Desk } from '../desk.ts';
import { triageBodyOf } from '../form/body.ts';
import type { Form, FormTarget, TriageFormAction } from '../form/form.ts';

import { learnRequest } from './learn.ts';

/** Sends one item of a form of triage; what to say of it where the usual sentence would not do. */
export async function sendTriage(
  desk: Desk,
  action: TriageFormAction,
  form: Form,
  { no, idempotencyKey }: FormTarget & { idempotencyKey: string },
): Promise<string | null> {
  const { client, clock, store } = desk;
  const { language } = store.getState();
  const { text = '', wait = '', remark } = triageBodyOf(form);
  if (action === 'request.note') {
    learnRequest(desk, await client.note(no, text, { idempotencyKey }));
    return null;
  }
  if (action === 'request.snooze')
    return snoozeLine(await client.snooze(no, snoozeEnd(wait, clock.nowMs()), { idempotencyKey }), language);
  const reminded = await client.remindUnit(
    { unit: no, ...(remark !== undefined && { remark }) },
    { idempotencyKey },
  );
  return remindedLines(reminded, language).join('  ');
}
