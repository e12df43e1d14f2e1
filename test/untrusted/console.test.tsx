import { afterEach, expect, test } from 'vitest';
import type { Client } from '../../src/client/client.ts';
import { FakePlatform } from '../views/fake-client.ts';
import { type OpenedScreen, openScreen } from '../views/screen.tsx';
import { type Enemy, hostileAnswer } from './hostile-document.ts';
import { HOSTILE_PARTS } from './hostile-text.ts';

/** Which operation of the contract each question of the console asks. */
const ASKS: Partial<Record<keyof Client, string>> = {
  me: 'getMe',
  overview: 'getOverview',
  listRequests: 'listRequests',
  getRequest: 'getRequest',
  listApprovals: 'listApprovals',
  listNotices: 'listNotices',
  getNotice: 'getNotice',
  listRegions: 'listRegions',
  listAgencies: 'listAgencies',
  listItems: 'listItems',
  listDatasets: 'listDatasets',
  listProgress: 'listProgress',
  progressGrid: 'getProgressGrid',
  progressTrend: 'getProgressTrend',
};

class HostilePlatform extends FakePlatform {
  readonly #enemy: Enemy;

  constructor(enemy: Enemy) {
    super();
    this.#enemy = enemy;
  }

  override client(): Client {
    const answers = Object.entries(ASKS).map(([name, id]) => [
      name,
      async () => hostileAnswer(id as string, this.#enemy),
    ]);
    return { ...super.client(), ...Object.fromEntries(answers) };
  }
}

let screen: OpenedScreen | undefined;
afterEach(async () => {
  await screen?.close();
  screen = undefined;
});

/** What Ink writes to paint: colours, places, erasing, the modes of the alternate screen, the cursor, pastes and whole frames. */
const PAINTING =
  /\u001b(?:M|\[(?:[\d;]*[ABCDEFGHJKSTdfmr]|\?(?:7|25|1007|1049|2004|2026)[hl]|\?u|[=<>]\d*u))/g;

/** Nothing but painting and text was written, and every row of the frame stands where it should. */
function expectUntouched({ written, lines }: OpenedScreen) {
  const said = written().replaceAll(PAINTING, '');
  expect(said.replaceAll(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
  const rows = lines();
  expect(rows[2]).toBe('-'.repeat(80));
  expect(rows.filter((row) => /^-{80}$/.test(row)).length).toBeGreaterThanOrEqual(2);
}

/** Each way to a view, from the workbench. */
const WAYS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['workbench', []],
  ['requests', ['2']],
  ['an open request', ['2', '\r']],
  ['the menu of actions', ['2', 'a']],
  ['a form', ['2', 'r']],
  ['a form with units', ['2', 'g']],
  ['notices', ['3']],
  ['an open notice', ['3', '\r']],
  ['data entry', ['4']],
  ['approvals', ['6']],
  ['a decision', ['6', '\r']],
  ['completion of a filter', ['2', '/', '\u0015', 'to:', '\t', '\t']],
  ['completion of a number', [':', 'requests show ', '\t', '\t']],
  ['a list that was asked for', [':', 'requests list --limit 3', '\r']],
  ['JSON that was asked for', [':', 'requests list --json', '\r']],
  ['the other language', ['2', 'L']],
];

for (const enemy of ['resident', 'platform'] as const)
  test.each(WAYS)(`${enemy}: %s`, async (_name, keys) => {
    screen = await openScreen({ platform: new HostilePlatform(enemy) });
    await screen.shows(/灯|加载|Loading/);
    for (const key of keys) await screen.press(key);
    await screen.shows('灯');
    expectUntouched(screen);
  });

test('a paste is text, whatever it holds', async () => {
  screen = await openScreen({});
  await screen.shows('现在要办');
  for (const key of [
    ':',
    '\u001b[200~',
    HOSTILE_PARTS.filter((part) => !part.includes('\u001b')).join(''),
    '\u001b[201~',
  ])
    await screen.press(key);
  await screen.shows('SUM');
  expectUntouched(screen);
});

/** Formulas are dangerous in a spreadsheet alone. */
const NO_PART_OF_AN_ADDRESS = HOSTILE_PARTS.filter((part) => /[^\x21-\x7e]/.test(part));

test.each(NO_PART_OF_AN_ADDRESS.map((part) => [JSON.stringify(part), part]))(
  'an address to sign in at that holds %s leads nowhere',
  async (_name, part) => {
    screen = await openScreen({});
    screen.platform.signInPage = `https://gulou.example/${part}/device`;
    await screen.shows('现在要办');
    screen.platform.endSession();
    await screen.shows('BCDF-GHJK');
    expectUntouched(screen);
    expect(screen.links()).toEqual([]);
  },
);
