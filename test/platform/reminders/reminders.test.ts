import type { ActionOutcome, Problem, RemindedUnit, ReminderPlan } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../../platform/calendar/working-calendar.ts';
import { heardAt } from '../../../platform/reminders/office-hours.ts';
import { sendWaitingReminders } from '../../../platform/reminders/send-waiting.ts';
import { type District, openDistrict } from '../harness/district.ts';

const URBAN = { unit: 'agency:urban_management' };

/** Requests with the urban management, overdue since the ninth of November; the last of them urgent where asked. */
async function overdueWithUrban(count: number, urgent = 0): Promise<{ district: District; nos: string[] }> {
  const district = await openDistrict('2026-11-02T09:00');
  const centre = district.as('administrator');
  const nos: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { no } = await centre.file({ urgent: at >= count - urgent });
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: URBAN.unit });
    nos.push(no);
  }
  return { district, nos };
}

async function reminders(district: District, nos: readonly string[]): Promise<number[]> {
  const shown = await Promise.all(nos.map((no) => district.as('duty').show(no)));
  return shown.map((request) => request.reminders);
}

describe('a unit is reminded', () => {
  test('once of all it has; the second is stopped and shown the first, also of two at once', async () => {
    const { district, nos } = await overdueWithUrban(3);
    district.at('2026-11-10T09:00');
    const duty = district.as('duty');
    const plan = await duty.get<ReminderPlan>('/v1/reminders/plan');
    expect(plan.body.units).toMatchObject([
      { unit: { id: 'urban_management' }, count: 3, urgent: 0, today: null },
    ]);
    const answers = await Promise.all(
      [duty, district.as('administrator')].map((desk) =>
        desk.post<RemindedUnit & { code?: string; reminder?: { count: number; by: string } }>(
          '/v1/reminders',
          {
            ...URBAN,
            remark: '请今天答复',
          },
        ),
      ),
    );
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 409);
    expect(won?.body.sent).toMatchObject({ count: 3, sentAt: '2026-11-10T01:00:00.000Z' });
    expect(lost?.body).toMatchObject({
      code: 'already_reminded',
      reminder: { count: 3, by: won?.body.sent?.by },
    });
    expect(await reminders(district, nos)).toEqual([1, 1, 1]);
    district.at('2026-11-11T09:00');
    expect((await duty.post('/v1/reminders', URBAN)).status).toBe(200);
    expect(await reminders(district, nos)).toEqual([2, 2, 2]);
  });

  test('a dry run tells and changes nothing', async () => {
    const { district, nos } = await overdueWithUrban(2);
    district.at('2026-11-10T09:00');
    const tried = await district.as('duty').post<RemindedUnit>('/v1/reminders?dryRun=true', URBAN);
    expect(tried.body.sent?.count).toBe(2);
    expect(await reminders(district, nos)).toEqual([0, 0]);
  });

  test('at night what is urgent goes at once, and the rest when offices open', async () => {
    const { district, nos } = await overdueWithUrban(3, 1);
    district.at('2026-11-13T22:00');
    const duty = district.as('duty');
    const made = await duty.post<RemindedUnit>('/v1/reminders', URBAN);
    // Friday evening: they open on Monday.
    expect(made.body).toMatchObject({
      sent: { count: 1, urgent: true },
      waiting: { count: 2, sendAt: '2026-11-16T00:30:00.000Z', sentAt: null },
      stoppedBy: null,
    });
    expect(await reminders(district, nos)).toEqual([0, 0, 1]);
    district.at('2026-11-16T08:29');
    expect(await sendWaitingReminders(district.services)).toBe(0);
    district.at('2026-11-16T08:30');
    expect(await sendWaitingReminders(district.services)).toBe(1);
    expect(await sendWaitingReminders(district.services)).toBe(0);
    expect(await reminders(district, nos)).toEqual([1, 1, 1]);
    expect((await duty.show(nos[0] ?? '')).timeline.at(-1)).toMatchObject({
      action: 'remind',
      by: { name: '陈晨' },
      at: '2026-11-16T00:30:00.000Z',
    });
    // It has had Monday's; what is urgent is not held up by that.
    const again = await duty.post<RemindedUnit>('/v1/reminders', URBAN);
    expect(again.body).toMatchObject({ sent: { count: 1, urgent: true }, stoppedBy: { count: 2 } });
  });

  test('of what has been answered meanwhile not at all', async () => {
    const { district, nos } = await overdueWithUrban(2);
    district.at('2026-11-13T22:00');
    const duty = district.as('duty');
    await duty.post('/v1/reminders', URBAN);
    await duty.act(nos[0] ?? '', 'decline', { reason: '重复' });
    district.at('2026-11-16T08:30');
    await sendWaitingReminders(district.services);
    expect(await reminders(district, nos)).toEqual([0, 1]);
  });

  test('a reminder of one request waits for offices too, and says so', async () => {
    const { district, nos } = await overdueWithUrban(1);
    const [no = ''] = nos;
    district.at('2026-11-10T22:00');
    const duty = district.as('duty');
    expect(await duty.act(no, 'remind', { remark: '明早先看这件' })).toMatchObject({
      heldUntil: '2026-11-11T00:30:00.000Z',
      request: { reminders: 0 },
    } satisfies Partial<Record<keyof ActionOutcome, unknown>>);
    expect((await duty.try(no, 'remind')).body.code).toBe('already_reminded');
    district.at('2026-11-11T08:30');
    await sendWaitingReminders(district.services);
    expect((await duty.show(no)).timeline.at(-1)).toMatchObject({ action: 'remind', text: '明早先看这件' });
  });

  test('of nothing when all of it waits already, and is shown what waits', async () => {
    const { district, nos } = await overdueWithUrban(1);
    district.at('2026-11-10T22:00');
    const duty = district.as('duty');
    await duty.act(nos[0] ?? '', 'remind');
    const again = await duty.post<{ code: string; reminder: { count: number } }>('/v1/reminders', URBAN);
    expect(again.body).toMatchObject({ code: 'already_reminded', reminder: { count: 1 } });
    const nothing = await duty.post<{ code: string }>('/v1/reminders', { unit: 'agency:housing' });
    expect(nothing.body.code).toBe('not_found');
  });

  test('one that waits is what undo takes back, and not the step before it', async () => {
    const { district, nos } = await overdueWithUrban(1);
    const [no = ''] = nos;
    district.at('2026-11-10T22:00');
    const duty = district.as('duty');
    await duty.act(no, 'supervise', { reason: '超期' });
    await duty.act(no, 'remind');
    await duty.act(no, 'undo');
    expect((await duty.show(no)).timeline.at(-1)).toMatchObject({ action: 'supervise' });
    district.at('2026-11-11T08:30');
    expect(await sendWaitingReminders(district.services)).toBe(0);
    await duty.act(no, 'undo');
    expect((await duty.show(no)).timeline.at(-1)).toMatchObject({ action: 'undo' });
  });

  test('one that waits is offered to be taken back, once, and the others hear of both', async () => {
    const district = await openDistrict('2026-11-10T22:00');
    const duty = district.as('duty');
    const { no } = await duty.file();
    await duty.act(no, 'accept');
    await duty.act(no, 'assign', { to: URBAN.unit });
    // A note cannot be taken back.
    await duty.post(`/v1/requests/${no}/notes`, { text: '夜间报修' });
    const offered = async () => {
      const [listed] = await duty.list(no);
      const shown = await duty.show(no);
      expect(listed?.actions).toEqual(shown.actions);
      return shown.actions.includes('undo');
    };
    expect(await offered()).toBe(false);
    expect((await duty.act(no, 'remind')).request.actions).toContain('undo');
    expect(await offered()).toBe(true);
    expect((await district.as('urban').show(no)).actions).not.toContain('undo');
    expect((await duty.act(no, 'undo')).request.actions).not.toContain('undo');
    expect(await offered()).toBe(false);
    const told = await district.services.db
      .selectFrom('events')
      .select('action')
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(told.map(({ action }) => action)).toEqual(['take_reminder_back', 'hold_reminder']);
    // Whatever is done while it waits stands before it: undo would take that back.
    await duty.act(no, 'remind');
    await duty.post(`/v1/requests/${no}/notes`, { text: '已电话联系' });
    expect(await offered()).toBe(false);
  });

  test('one that is just being sent is not taken back, and undo says so at once', async () => {
    const { district, nos } = await overdueWithUrban(1);
    const [no = ''] = nos;
    district.at('2026-11-10T22:00');
    const duty = district.as('duty');
    await duty.act(no, 'remind');
    const answer = await district.services.db.transaction().execute(async (sending) => {
      await sending.selectFrom('reminder_slips').select('id').forUpdate().execute();
      return duty.try<Problem>(no, 'undo');
    });
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'transition_closed', detail: expect.stringContaining('just being sent') },
    ]);
    await duty.act(no, 'undo');
    district.at('2026-11-11T08:30');
    expect(await sendWaitingReminders(district.services)).toBe(0);
  });

  test('undo leaves a reminder alone that came before the last step', async () => {
    const { district, nos } = await overdueWithUrban(1);
    const [no = ''] = nos;
    district.at('2026-11-10T22:00');
    const duty = district.as('duty');
    await duty.act(no, 'remind');
    district.at('2026-11-10T22:01');
    await duty.act(no, 'supervise', { reason: '超期' });
    await duty.act(no, 'undo');
    district.at('2026-11-11T08:30');
    expect(await sendWaitingReminders(district.services)).toBe(1);
  });
});

describe('office hours', () => {
  const calendar = workingCalendar(
    [
      { date: '2026-10-10', working: true, name: '国庆节' },
      ...['2026-10-01', '2026-10-02'].map((date) => ({ date, working: false, name: '国庆节' })),
    ],
    [],
  );
  const at = (time: string) => new Date(`${time}:00+08:00`);
  test.each([
    ['2026-11-25T09:00', '2026-11-25T09:00'],
    ['2026-11-25T08:29', '2026-11-25T08:30'],
    ['2026-11-25T18:00', '2026-11-26T08:30'],
    ['2026-10-09T19:00', '2026-10-10T08:30'],
    ['2026-09-30T23:00', '2026-10-05T08:30'],
  ])('what comes up at %s is heard of at %s', (from, heard) => {
    expect(heardAt(at(from), false, calendar)).toEqual(at(heard));
    expect(heardAt(at(from), true, calendar)).toEqual(at(from));
  });
});
