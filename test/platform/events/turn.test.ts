import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { escalateApprovals } from '../../../platform/approvals/escalate.ts';
import { takeTurns } from '../../../platform/events/turn.ts';
import { sendWaitingReminders } from '../../../platform/reminders/send-waiting.ts';
import { deemAccepted } from '../../../platform/requests/deem-accepted.ts';
import { type District, openDistrict } from '../harness/district.ts';

const HOUSING = 'agency:housing';

/** Holds the turn of a request while `write` begins, and tells what waits for it: whether it has a transaction id already. */
async function waitingWith(district: District, no: string, write: () => PromiseLike<unknown>) {
  const { db } = district.services;
  const begun = db.transaction().execute(async (holder) => {
    await takeTurns(holder, [no]);
    const writing = Promise.resolve(write());
    const ended = writing.then(() => 'did not wait');
    for (;;) {
      const { rows } = await sql<{ backend_xid: string | null }>`
        select activity.backend_xid from pg_locks join pg_stat_activity activity using (pid)
        where locktype = 'advisory' and not granted and activity.datname = current_database()`.execute(db);
      if (rows[0]) return { waits: rows[0].backend_xid, writing };
      const first = await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))]);
      if (first !== undefined) throw new Error(`it ${first}`);
    }
  });
  const { waits, writing } = await begun;
  return { transactionId: waits, outcome: await writing };
}

async function withHousing(district: District): Promise<string> {
  const centre = district.as('administrator');
  const { no } = await centre.file();
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: HOUSING });
  return no;
}

test('whoever decides on an approval takes the turn of its request before anything else', async () => {
  const district = await openDistrict();
  const no = await withHousing(district);
  const { approval } = await district.as('housing').act(no, 'return', { reason: '属城管' });
  const grant = () =>
    district.as('administrator').post(`/v1/approvals/${approval?.id}/grant`, {}, { 'if-match': '*' });
  expect(await waitingWith(district, no, grant)).toMatchObject({
    transactionId: null,
    outcome: { status: 200 },
  });
});

test('so does what the platform does by itself', async () => {
  const district = await openDistrict('2026-11-02T09:00');
  const no = await withHousing(district);
  await district.as('housing').act(no, 'return', { reason: '属城管' });
  const licensing = await district.services.db
    .selectFrom('service_items')
    .select('id')
    .where('kind', '=', 'licensing')
    .executeTakeFirstOrThrow();
  const licence = await district.as('administrator').file({ item: licensing.id });
  district.at('2026-11-10T22:00');
  const escalated = await waitingWith(district, no, () => escalateApprovals(district.services));
  expect(escalated).toEqual({ transactionId: null, outcome: 1 });
  const deemed = await waitingWith(district, licence.no, () => deemAccepted(district.services));
  expect(deemed).toEqual({ transactionId: null, outcome: 1 });
});

test('and a reminder that goes out when offices open', async () => {
  const district = await openDistrict('2026-11-10T22:00');
  const no = await withHousing(district);
  await district.as('duty').act(no, 'remind');
  district.at('2026-11-11T08:30');
  const sent = await waitingWith(district, no, () => sendWaitingReminders(district.services));
  expect(sent).toEqual({ transactionId: null, outcome: 1 });
});
