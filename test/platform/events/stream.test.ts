import type { DistrictEvent } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { latestCursor, readEvents } from '../../../platform/events/read.ts';
import { listen } from '../../../platform/start/listen.ts';
import { createClient } from '../../../src/client/create-client.ts';
import { type District, openDistrict, type Person } from '../harness/district.ts';

/** A console's view of the events: real HTTP, the console's own client. */
async function openStream(district: District, person: Person, after?: string) {
  const listening = await listen(district.app, '127.0.0.1', 0);
  const leaving = new AbortController();
  onTestFinished(async () => {
    leaving.abort();
    await listening.close();
  });
  const client = createClient({ url: listening.url, token: person });
  const seen: DistrictEvent[] = [];
  let wake = () => undefined as void;
  const reading = (async () => {
    for await (const event of client.events({
      signal: leaving.signal,
      ...(after === undefined ? {} : { after }),
    })) {
      seen.push(event);
      wake();
    }
  })().catch(() => undefined);
  return {
    seen,
    reading,
    async until(count: number): Promise<string[]> {
      while (seen.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return seen.map((event) => `${event.no.slice(-4)} ${event.action} ${event.state}`);
    },
  };
}

describe('events', () => {
  test('arrive in order, resume after an id, and repeat nothing', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const first = await centre.file();
    const live = await openStream(district, 'administrator', '0.0');
    await centre.act(first.no, 'accept');
    await centre.act(first.no, 'assign', { to: 'agency:housing' });
    const seen = await live.until(3);
    expect(seen).toEqual(['0001 create submitted', '0001 accept accepted', '0001 assign assigned']);
    const resumed = await openStream(district, 'administrator', live.seen[0]?.id);
    expect(await resumed.until(2)).toEqual(seen.slice(1));
  });

  test('reach only those whose area it is, and the agency that loses the work still sees it go', async () => {
    const district = await openDistrict();
    const [centre, housing] = [district.as('administrator'), district.as('housing')];
    const [agency, neighbour] = [
      await openStream(district, 'housing', '0.0'),
      await openStream(district, 'yunlong', '0.0'),
    ];
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:housing' });
    const asked = await housing.act(no, 'return', { reason: '属城管' });
    await centre.post(`/v1/approvals/${asked.approval?.id}/grant`, {}, { 'if-match': '*' });
    expect(await agency.until(3)).toEqual([
      '0001 assign assigned',
      '0001 return assigned',
      '0001 return accepted',
    ]);
    expect(neighbour.seen).toEqual([]);
  });

  test('of what one has put off reach that person at every desk, and nobody else', async () => {
    const district = await openDistrict();
    const [centre, duty] = [district.as('administrator'), district.as('duty')];
    const { no } = await centre.file();
    const streams = await Promise.all(
      (['duty', 'duty', 'administrator'] as const).map((person) => openStream(district, person, '0.0')),
    );
    await duty.put(`/v1/requests/${no}/snooze`, { until: '2026-11-25T06:00:00Z' });
    await centre.act(no, 'accept');
    const [first, second, other] = await Promise.all(
      streams.map((stream, at) => stream.until(at < 2 ? 3 : 2)),
    );
    expect(first).toEqual(['0001 create submitted', '0001 snooze submitted', '0001 accept accepted']);
    expect(second).toEqual(first);
    expect(other).toEqual(['0001 create submitted', '0001 accept accepted']);
  });

  test('of one request come in the order of its versions, however many write to it at once', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const { no } = await centre.file();
    await centre.act(no, 'accept');
    await centre.act(no, 'assign', { to: 'agency:housing' });
    const live = await openStream(district, 'administrator', '0.0');
    const reasons = Array.from({ length: 30 }, (_, at) => `第${at}次催办`);
    await Promise.all(reasons.map((reason) => centre.act(no, 'supervise', { reason })));
    await live.until(3 + reasons.length);
    const versions = live.seen.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });

  test('none is overtaken by one that began later and committed first', async () => {
    const district = await openDistrict();
    const centre = district.as('administrator');
    const live = await openStream(district, 'administrator', '0.0');
    const inserted = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const slow = district.services.db.transaction().execute(async (db) => {
      await sql`
        insert into events (district, at, type, no, region, street, units, state, request_version, action)
        values ('320302', now(), 'request.changed', 'GL000000-9999', '320302004001', '320302004000', '{}', 'accepted', 1, 'accept')`.execute(
        db,
      );
      inserted.resolve();
      await mayCommit.promise;
    });
    await inserted.promise;
    await centre.file();
    mayCommit.resolve();
    await slow;
    expect(await live.until(2)).toEqual(['9999 accept accepted', '0001 create submitted']);
  });

  test('of those held back by an older transaction it is told that there are some, and nothing else', async () => {
    const district = await openDistrict();
    const { db } = district.services;
    const before = await latestCursor(db);
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const older = db.transaction().execute(async (writer) => {
      await sql`select pg_current_xact_id()`.execute(writer);
      begun.resolve();
      await mayEnd.promise;
    });
    await begun.promise;
    for (let n = 0; n < 3; n += 1) await district.as('administrator').file();
    const held = await readEvents(db, before);
    mayEnd.resolve();
    await older;
    expect(held).toEqual({ events: [], areSomeHeld: true });
    // Transactions of any database of this server hold events back.
    await expect
      .poll(async () => {
        const { events, areSomeHeld } = await readEvents(db, before);
        return [...events.map(({ event }) => event.no?.slice(-4)), areSomeHeld];
      })
      .toEqual(['0001', '0002', '0003', false]);
  });

  test('hold nothing personal', async () => {
    const district = await openDistrict();
    const live = await openStream(district, 'administrator', '0.0');
    await district.as('administrator').file();
    await live.until(1);
    expect(JSON.stringify(live.seen)).not.toMatch(/张建国|1380000|路灯/);
  });

  test('an id of another platform is refused', async () => {
    const district = await openDistrict();
    const answer = await district.as('administrator').get('/v1/events?after=nonsense');
    expect(answer).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
  });
});
