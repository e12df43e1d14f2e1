import {
  OPEN_STATES,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../platform/calendar/plain-date.ts';
import { calendar, fingerprint, overdue, sandboxAt } from './generated.ts';
import { replay } from './replay.ts';

const isOpen = ({ state }: { state: string }) => (OPEN_STATES as readonly string[]).includes(state);

describe.each([
  ['an ordinary morning', '2026-11-25T10:30', false],
  ['the morning after a holiday', '2026-10-08T08:30', true],
  ['an evening in the middle of a holiday', '2026-02-18T19:00', false],
] as const)('%s', (_name, time, storm) => {
  const sandbox = sandboxAt(time, storm);
  const { requests, timeline, approvals, until } = sandbox;
  const histories = new Map(requests.map(({ id }) => [id, [] as typeof timeline]));
  for (const entry of timeline) histories.get(entry.request_id)?.push(entry);

  test('holds 3,000 requests, most of them Gulou’s, of every state, category and source', () => {
    expect(requests).toHaveLength(3_000);
    expect(requests.filter(({ district }) => district === '320302').length).toBeGreaterThan(1_950);
    expect(new Set(requests.map(({ state }) => state))).toEqual(new Set(REQUEST_STATES));
    expect(new Set(requests.map(({ category }) => category))).toEqual(new Set(SERVICE_CATEGORIES));
    expect(new Set(requests.map(({ source }) => source))).toEqual(new Set(REQUEST_SOURCES));
  });

  test('every history is allowed by the transition table', () => {
    expect(requests.flatMap((row) => replay(row, histories.get(row.id) ?? []))).toEqual([]);
  });

  test('nothing happens after its present', () => {
    expect(timeline.filter(({ at }) => at > until)).toEqual([]);
    expect(approvals.filter(({ state, decide_by: by }) => state === 'pending' && by <= until)).toEqual([]);
  });

  test('every kind of approval waits, some too long, and a second return waits for arbitration', () => {
    const waiting = approvals.filter(({ state }) => state === 'pending' || state === 'escalated');
    const kinds = new Set(waiting.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['return', 'extend', 'special_procedure', 'decline', 'resolve']));
    expect(waiting.filter(({ state }) => state === 'escalated').length).toBeGreaterThan(2);
    expect(requests.filter(({ arbitration }) => arbitration).length).toBeGreaterThan(1);
    expect(new Set(waiting.map(({ id }) => id))).toEqual(
      new Set(requests.map((row) => row.open_approval_id).filter((id) => id !== null)),
    );
  });

  test('numbers and ids are unique, and ids sort by the time of filing', () => {
    expect(new Set(requests.map(({ no, district }) => `${district} ${no}`)).size).toBe(requests.length);
    const ids = requests.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => id.slice(0, 13))).toEqual(ids.map((id) => id.slice(0, 13)).sort());
  });

  test('nobody handles anything but urgent matters outside office hours', () => {
    const urgent = new Set(requests.filter((row) => row.urgent).map(({ id }) => id));
    const odd = timeline.filter((entry) => {
      if (entry.by_unit === null || entry.action === 'create' || urgent.has(entry.request_id)) return false;
      const hour = new Date(entry.at.valueOf() + 8 * 3_600_000).getUTCHours();
      return !calendar.isWorkday(dateOf(entry.at)) || hour < 8 || hour >= 18;
    });
    expect(odd).toEqual([]);
  });

  test('the same moment gives the same sandbox', () => {
    expect(fingerprint(sandboxAt(time, storm))).toBe(fingerprint(sandbox));
  });

  test('texts have no place left to fill in', () => {
    const texts = [
      ...requests.flatMap(({ title, body }) => [title, body]),
      ...timeline.map(({ text }) => text),
    ];
    expect(texts.filter((text) => text && /\{\w+\}|undefined/.test(text))).toEqual([]);
  });
});

test.each(['2026-11-25T10:30', '2026-05-17T15:00', '2026-02-18T19:00', '2025-12-31T23:59'])(
  'one open request in ten is overdue at %s',
  (time) => {
    const { requests, until } = sandboxAt(time);
    const open = requests.filter(isOpen);
    expect(open.length).toBeGreaterThan(350);
    expect(open.length).toBeLessThan(500);
    const share = overdue(requests, until).length / open.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    expect(requests.some((row) => isOpen(row) && row.statutory_due_at && row.statutory_due_at <= until)).toBe(
      true,
    );
  },
);

test.each(['2026-10-08T08:30', '2026-02-24T08:30', '2026-07-15T08:30'])(
  'exactly 400 are overdue in Gulou after the storm at %s',
  (time) => {
    const { requests, until } = sandboxAt(time, true);
    const gulou = overdue(requests, until).filter(({ district }) => district === '320302');
    expect(gulou).toHaveLength(400);
    const leads = Map.groupBy(gulou, ({ lead }) => lead);
    const largest = [...leads].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
    expect(largest).toBe('agency:urban_management');
    expect(new Set(gulou.map(({ street }) => street)).size).toBe(8);
  },
);

test('most of the storm was due at 24:00 of the last working day before National Day', () => {
  const { requests, until } = sandboxAt('2026-10-08T08:30', true);
  const due = overdue(requests, until).map((row) => row.promised_due_at?.toISOString());
  expect(due.filter((at) => at === '2026-09-30T16:00:00.000Z').length).toBeGreaterThan(200);
});
