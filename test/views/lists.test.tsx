import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DistrictEvent } from '@district/contract/types.ts';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadedRows } from '../../src/console/list/lists.ts';
import { LIST_PAGE_SIZE } from '../../src/console/list/paged.ts';
import { FakePlatform } from './fake-client.ts';
import { aRequest } from './sample-data.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

/** Some walk far, key by key, on a machine that does other things besides. */
vi.setConfig({ testTimeout: 60_000 });

let screen: OpenedScreen;
afterEach(() => screen.close());

const HOME = '\x1b[H';
const END = '\x1b[F';
const UP = '\x1b[A';
const PAGE_DOWN = '\x1b[6~';
const PAGE_UP = '\x1b[5~';
const SHIFT_DOWN = '\x1b[1;2B';
const SHIFT_UP = '\x1b[1;2A';
const SHIFT_END = '\x1b[1;2F';
/** Rest enough for the preview, less what a key takes until it is painted. */
const REST_MS = 100;
/** Of each list two pages are held besides the cursor's own. */
const HELD_MAX = 3 * LIST_PAGE_SIZE;

async function openList(count: number, options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen({ platform: new FakePlatform(count), ...options });
  await screen.press('2');
  await screen.shows('GL261112-0001');
}

function no(at: number): string {
  return `GL261112-${String(at).padStart(4, '0')}`;
}

/** The numbers on the screen from top to bottom. */
function shown(): number[] {
  return screen
    .lines()
    .flatMap((line) => [...line.matchAll(/^[> ][* ].*GL261112-(\d+)/g)].map(([, n]) => Number(n)));
}

function held(): number {
  return loadedRows(screen.desk, 'requests').length;
}

function marks(): string[] {
  return [...screen.desk.store.getState().requests.marks.keys()];
}

function anEvent(): DistrictEvent {
  const { no: number, region, state, urgent, lastActionAt } = aRequest(1);
  return {
    id: '1',
    type: 'request.changed',
    at: lastActionAt,
    no: number,
    region: region.code,
    state,
    urgent,
    version: 4,
    action: 'remind',
    by: null,
    approval: null,
    progress: null,
  };
}

describe('a list longer than what is held of it', () => {
  test('End asks for the last page and nothing between; Home is back at once', async () => {
    await openList(5_000);
    const { pagesAsked } = screen.platform;
    const before = pagesAsked.length;
    await screen.press(END);
    await screen.shows(/^> .*GL261112-5000/m);
    await screen.shows('倒数第1行 前面还有');
    const [first, ...beside] = pagesAsked.slice(before);
    expect(first).toBe('last');
    expect(beside.every((cursor) => cursor.startsWith('<'))).toBe(true);
    await screen.press(HOME);
    await screen.shows(/^> .*GL261112-0001/m);
    await screen.shows('第1行 后面还有');
    expect(shown()).toEqual(shown().map((_, at) => at + 1));
  });

  test('walked from end to end it never holds more than its pages around the cursor, and skips nothing', async () => {
    await openList(500);
    await screen.press(END);
    await screen.shows('GL261112-0500');
    let top = 501;
    while (top > 1) {
      await screen.press(PAGE_UP);
      expect(held()).toBeLessThanOrEqual(HELD_MAX);
      const [first = 0] = shown();
      expect(shown()).toEqual(shown().map((_, at) => first + at));
      top = first;
    }
    await screen.shows('第1/500行');
    while (!/^> .*GL261112-0500/m.test(screen.text())) {
      await screen.press(PAGE_DOWN);
      expect(held()).toBeLessThanOrEqual(HELD_MAX);
    }
    expect(held()).toBeLessThanOrEqual(HELD_MAX);
  });

  test('keys that want more rows than are there get the rest of their way when the page has come, and a range with them', async () => {
    await openList(1_000);
    const far = 8 * shown().length + 1;
    await screen.press('v');
    await screen.press(PAGE_DOWN.repeat(8));
    await screen.shows(new RegExp(`^>\\*.*${no(far)}`, 'm'));
    expect(marks()).toHaveLength(far);
    await screen.press(PAGE_UP.repeat(8));
    await screen.shows(new RegExp(`^>\\*.*${no(1)}`, 'm'));
    expect(marks()).toEqual([no(1)]);
  });

  test('what is still to go is dropped when another key is about the row one is at', async () => {
    await openList(1_000);
    await screen.press(`${PAGE_DOWN.repeat(8)}\r`);
    await screen.shows(new RegExp(`${no(LIST_PAGE_SIZE)}.*`));
    await screen.press('\x1b');
    await screen.shows(new RegExp(`^>.*${no(LIST_PAGE_SIZE)}`, 'm'));
    await screen.press(UP);
    await screen.shows(new RegExp(`^>.*${no(LIST_PAGE_SIZE - 1)}`, 'm'));
  });

  test('what was wanted beyond a page that does not come is not done later', async () => {
    await openList(1_000);
    screen.platform.isUp = false;
    await screen.press(PAGE_DOWN.repeat(8));
    await screen.shows(new RegExp(`^>.*${no(LIST_PAGE_SIZE)}`, 'm'));
    await screen.shows('断线');
    screen.platform.isUp = true;
    await screen.press(UP);
    await screen.shows(new RegExp(`^>.*${no(LIST_PAGE_SIZE - 1)}`, 'm'));
  });

  test('stands still where it is looked at while pages come and go', async () => {
    await openList(1_000);
    for (let at = 4; at <= 400; at += 3) {
      await screen.press('jjj');
      const line = screen.lines().findIndex((text) => text.startsWith('>'));
      expect(screen.lines()[line]).toContain(no(at));
      if (at > 20) expect(line).toBe(20);
    }
    expect(held()).toBeLessThanOrEqual(HELD_MAX);
    await screen.shows('约第400行 后面还有');
  });

  test('what is typed ahead of the rows counts from the end at which they will be', async () => {
    await openList(5_000);
    await screen.press(`${END}kk`);
    await screen.shows(/^> .*GL261112-4998/m);
    await screen.press(`${HOME}${END}\r`);
    await screen.shows('GL261112-5000  路灯');
  });

  test('the cursor stays on its row and its line when others file above it', async () => {
    await openList(1_000);
    await screen.press(PAGE_DOWN.repeat(3));
    const line = screen.lines().findIndex((text) => text.startsWith('>'));
    const under = screen.lines()[line];
    const news = Array.from({ length: 7 }, (_, at) => aRequest(9_000 + at));
    screen.platform.requests = [...news, ...screen.platform.requests];
    const asked = screen.platform.pagesAsked.length;
    screen.platform.tell(anEvent());
    await screen.shows(`第${Number(/0(\d+)/.exec(under ?? '')?.[1]) + 7}行`);
    expect(screen.platform.pagesAsked.length).toBeGreaterThan(asked);
    expect(screen.lines()[line]).toBe(under);
  });

  test('the audit and the notices go to their ends by letters too', async () => {
    screen = await openScreen({});
    await screen.press('3');
    await screen.shows(/^> TZ/m);
    const [first] = screen.lines().filter((line) => line.startsWith('>'));
    await screen.press('G');
    await screen.hides(first ?? '');
    await screen.press('g');
    await screen.shows(first ?? '');
  });
});

describe('the order', () => {
  test('> goes through the orders from the top; a line sets one at once', async () => {
    await openList(300);
    await screen.press('jjj>');
    await screen.shows(/^> .*GL261112-0300/m);
    await screen.shows('最新在前  第1行');
    await screen.press(':requests list --q is:open --sort oldest\r');
    await screen.shows('最早在前');
    await screen.shows(/^> .*GL261112-0001/m);
  });
});

describe('marks', () => {
  test('survive a filter and another order, and those out of sight are counted', async () => {
    await openList(300);
    await screen.press('  ');
    expect(marks()).toEqual([no(1), no(2)]);
    await screen.press('>');
    await screen.shows('已选的2件不在这里');
    await screen.press('/\x15第2盏\r');
    await screen.shows('已选的1件不在这里');
    await screen.shows(/^>\*.*GL261112-0002/m);
    expect(marks()).toEqual([no(1), no(2)]);
  });

  test('v marks from there to the cursor, back and forth; v ends it, Esc drops it', async () => {
    await openList(300);
    await screen.press('jjvjj');
    expect(marks()).toEqual([no(3), no(4), no(5)]);
    await screen.press('kkk');
    expect(marks()).toEqual([no(3), no(2)]);
    await screen.press('v');
    await screen.shows('成段选好,共选2件');
    await screen.press('jjjjvj');
    expect(marks()).toHaveLength(4);
    await screen.press('\x1b');
    await screen.shows('已选2');
    expect(marks()).toEqual([no(3), no(2)]);
  });

  test('a range longer than what is held is marked whole', async () => {
    await openList(1_000);
    await screen.press('v');
    for (let pressed = 0; pressed < 30; pressed += 1) await screen.press(PAGE_DOWN);
    const cursor = Number(/^> *\*.*GL261112-(\d+)/m.exec(screen.text())?.[1]);
    expect(cursor).toBeGreaterThan(HELD_MAX);
    expect(marks()).toEqual(Array.from({ length: cursor }, (_, at) => no(at + 1)));
  });

  test('Shift with a move marks what it passes; a move without it leaves that marked', async () => {
    await openList(300);
    await screen.press(SHIFT_DOWN.repeat(3) + SHIFT_UP);
    expect(marks()).toEqual([no(1), no(2), no(3)]);
    await screen.press('jj');
    expect(marks()).toEqual([no(1), no(2), no(3)]);
    await screen.press(SHIFT_DOWN);
    expect(marks()).toEqual([no(1), no(2), no(3), no(5), no(6)]);
  });

  test('a range to the other end is what the platform says lies between', async () => {
    await openList(900);
    await screen.press(`jjj${SHIFT_END}`);
    await screen.shows('选上897件');
    expect(marks()).toHaveLength(897);
    await screen.shows(/^>\*.*GL261112-0900/m);
  });

  test('* marks what the filter matches, no more than the cap, and says so', async () => {
    await openList(1_200);
    await screen.press('/\x15第11\r');
    await screen.shows(/^> .*GL261112-0011/m);
    await screen.press('*');
    await screen.shows('选上111件:就是这些,之后新来的不在内');
    expect(marks()).toHaveLength(111);
    await screen.press('\x1b');
    await screen.press('/\x15is:open\r');
    await screen.press('*');
    await screen.shows('只选上前1000件,还有更多:一次至多1000件');
    expect(marks()).toHaveLength(1_000);
  });

  test('what is marked far from the cursor is claimed, and given back by the same key', async () => {
    await openList(5_000);
    await screen.press(` ${END}`);
    await screen.shows('倒数第1行');
    await screen.press('c');
    await screen.shows('GL261112-0001  王磊 认领');
    await screen.press('c');
    await screen.shows('GL261112-0001  无人认领');
    expect(marks()).toEqual([no(1)]);
  });

  test('many are claimed a few at a time; what is one’s own already is given back only when all of it is', async () => {
    await openList(30);
    await screen.press(' c');
    await screen.shows('GL261112-0001  王磊 认领');
    await screen.press(`v${END}`);
    await screen.shows('已选30');
    await screen.press('c');
    await screen.shows('已办 29/29 件');
    expect([...screen.desk.store.getState().requests.marks.values()].every(({ claim }) => claim?.mine)).toBe(
      true,
    );
    await screen.press('c');
    await screen.shows('已办 30/30 件');
  });

  test('nothing can be done to a selection that is still asked for', async () => {
    await openList(300);
    const answered = Promise.withResolvers<void>();
    screen.platform.selecting = answered.promise;
    await screen.press('*r');
    await screen.shows('还在选:选好再办');
    for (const key of 'cn') {
      screen.desk.store.setState({ notice: null });
      await screen.press(key);
      await screen.shows('还在选:选好再办');
    }
    expect(screen.desk.store.getState().form).toBeNull();
    answered.resolve();
    await screen.shows('已选300');
    await screen.press('r');
    await screen.shows('催办  300 件');
  });
});

describe('columns', () => {
  /** Settings are kept where this test alone looks. */
  function ownSettings(): string {
    const directory = mkdtempSync(join(tmpdir(), 'district-columns-'));
    const before = process.env['DISTRICT_CONFIG_DIR'];
    process.env['DISTRICT_CONFIG_DIR'] = directory;
    onTestFinished(() => {
      if (before === undefined) delete process.env['DISTRICT_CONFIG_DIR'];
      else process.env['DISTRICT_CONFIG_DIR'] = before;
      rmSync(directory, { recursive: true });
    });
    return join(directory, 'settings.json');
  }

  test('are chosen, ordered and kept', async () => {
    const settings = ownSettings();
    await openList(10);
    await screen.press('|');
    await screen.shows('[x] 4 灯');
    // The light off, the number first, and the state, which is not usual, behind it.
    await screen.press(' jjKK');
    await screen.shows(/^> \[x\] 1 单号/m);
    await screen.press(`${END}kkkkk KKKKK`);
    await screen.shows(/^> \[x\] 5 状态/m);
    await screen.press('\r');
    await screen.shows(/^ {2}单号 +状态 +期限 +事项/m);
    await screen.shows('命令 district config set columns "requests=no,state,due,title,lead,flags"');
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toEqual({
      columns: 'requests=no,state,due,title,lead,flags',
    });
  });

  test('where there is no room the highest priority goes first', async () => {
    ownSettings();
    await openList(10);
    await screen.press(':config set columns requests=no,lead:1,title,source:2,place:9\r');
    await screen.shows('columns = requests=no');
    await screen.press('\x1b');
    await screen.shows(/单号 +承办 +事项 +来源 +地点/);
    await screen.resize(54, 20);
    await screen.shows(/单号 +承办 +事项 +来源$/m);
    await screen.resize(44, 20);
    await screen.shows(/单号 +承办 +事项$/m);
  });

  test('a column that there is not is refused, with the one that was meant', async () => {
    ownSettings();
    await openList(10);
    await screen.press(':config set columns requests=no,titel\r');
    await screen.shows('没有requests 的栏 "titel",是否想用 title?');
  });
});

test('while a key repeats nothing is asked for the preview; where it stops, one request', async () => {
  await openList(300, { columns: 120, rows: 36 });
  await screen.shows('| GL261112-0001');
  const before = screen.platform.detailsAsked.length;
  const pressedAtMs: number[] = [];
  for (let pressed = 0; pressed < 30; pressed += 1) {
    pressedAtMs.push(performance.now());
    await screen.press('j');
  }
  await screen.shows('| GL261112-0031');
  // On a machine that was held up between two keys the cursor did rest there.
  const rested = pressedAtMs.flatMap((atMs, at) =>
    (pressedAtMs[at + 1] ?? Number.POSITIVE_INFINITY) - atMs >= REST_MS ? [no(at + 2)] : [],
  );
  const asked = screen.platform.detailsAsked.slice(before);
  expect(rested).toEqual(expect.arrayContaining(asked));
  expect(asked.at(-1)).toBe(no(31));
});
