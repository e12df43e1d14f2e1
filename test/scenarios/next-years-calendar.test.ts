import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestDetail } from '@district/contract/types.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../platform/start/listen.ts';
import { makeHome, runDistrict } from '../cli/run-district.ts';
import { openDistrict, type Person } from '../platform/harness/district.ts';

/** Scenario 7: next year’s calendar comes out; the deadlines it moves are listed before any of them moves. */

vi.setConfig({ testTimeout: 120_000 });

/** As the State Council announces it; the days around the new year alone are of interest here. */
const NEXT_YEAR = {
  year: 2027,
  paper: '国办发明电〔2026〕8号',
  days: [
    { date: '2027-01-01', working: false, name: '元旦' },
    { date: '2027-01-02', working: false, name: '元旦' },
    { date: '2027-01-03', working: false, name: '元旦' },
    { date: '2027-01-04', working: false, name: '元旦' },
  ],
};

test('next year’s calendar comes out: what moves is listed first, then moves, and says why', async () => {
  const district = await openDistrict('2026-12-28T09:00');
  const { url, close } = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(close);
  const home = makeHome();
  onTestFinished(home.remove);
  const run = (who: Person, ...args: string[]) =>
    runDistrict(args, { env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: who } });
  const does = async (who: Person, ...args: string[]) => {
    const { code, stdout, stderr } = await run(who, ...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const { no } = await district.as('administrator').file();
  await does('duty', 'requests', 'accept', no);
  await does('duty', 'requests', 'assign', no, '--to', 'agency:urban_management');
  const explained = () => does('duty', 'requests', 'explain', no);
  const guessed = await explained();
  expect(guessed).toContain('provisional: the calendar of a year in the limit is not out');
  expect(guessed).toContain('Promised   5 working days  until 2027-01-04 24:00');

  // The paper is out: the city looks at what it would do, which does nothing yet.
  const file = join(home.env['HOME'] ?? '', '2027.json');
  writeFileSync(file, JSON.stringify(NEXT_YEAR));
  const moved = `${no}  2027-01-04 24:00 -> 2027-01-06 24:00`;
  expect(await does('city', 'calendar', 'impact', '2027', '--file', file)).toContain(moved);
  expect(await explained()).toBe(guessed);

  expect(await does('city', 'calendar', 'set', '2027', '--file', file)).toContain(moved);
  const known = await explained();
  expect(known).not.toContain('provisional');
  expect(known).toContain('Promised   5 working days  until 2027-01-06 24:00');
  expect(known).toMatch(/2027-01-04 Mon +- +holiday 元旦/);
  expect(known).toContain(`Calendar: ${NEXT_YEAR.paper}; other days by their weekday`);
  const { timeline } = JSON.parse(await does('duty', 'requests', 'show', no, '--json')) as RequestDetail;
  expect(timeline.at(-1)).toMatchObject({ action: 'reckon', text: NEXT_YEAR.paper });
});
