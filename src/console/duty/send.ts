import { shiftSpan } from '../../command/duty-lines.ts';
import { handoverNote } from '../../command/handover-note.ts';
import { snoozeEnd } from '../../command/moment.ts';
import { dutyMessages } from '../../i18n/messages/duty.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { dutyBodyOf } from '../form/body.ts';
import type { DutyFormAction, Form, FormTarget } from '../form/form.ts';

/** Begins a shift or hands it over; what to say of it. */
export async function sendDuty(
  desk: Desk,
  action: DutyFormAction,
  form: Form,
  { idempotencyKey }: FormTarget & { idempotencyKey: string },
): Promise<string> {
  const { client, clock, store } = desk;
  const { language } = store.getState();
  const { shiftEnd, take, next, notes = [] } = dutyBodyOf(form);
  if (action === 'duty.start') {
    const until = shiftEnd === undefined ? {} : { until: snoozeEnd(shiftEnd, clock.nowMs()) };
    const { shift, taken } = await client.startDuty({ ...until, ...(take && { take }) }, { idempotencyKey });
    const said = translate(dutyMessages, language, 'started', { span: shiftSpan(shift) });
    if (taken.length === 0) return said;
    return `${said} ${translate(dutyMessages, language, 'taken', { n: taken.length, nos: taken.join(' ') })}`;
  }
  const handed = await client.handOver(
    { ...(next !== undefined && { to: next }), ...(notes.length > 0 && { notes: notes.map(handoverNote) }) },
    { idempotencyKey },
  );
  return translate(dutyMessages, language, 'handed', {
    n: handed.items.length,
    lapsed: handed.lapsed.length,
  });
}
