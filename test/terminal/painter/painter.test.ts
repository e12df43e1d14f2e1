import { expect, onTestFinished, test } from 'vitest';
import { openPainted, type Shown } from './painted-twice.tsx';

const SIZE = { columns: 120, rows: 40 };
const NAMES = ['路灯不亮老人夜里摔倒', '小区门口占道烧烤', '电梯停运三天', '低保申请材料咨询'];

/** A list of requests with the cursor's mark on one of them. */
function list(top: number, cursor: number, cursorAt: Shown['cursor'] = null): Shown {
  const lines = Array.from({ length: SIZE.rows }, (_, row) => {
    const no = String(top + row).padStart(4, '0');
    const name = NAMES[(top + row) % NAMES.length] ?? '';
    return `${row === cursor ? '>' : ' '}  \x1b[31m红 超${no}天\x1b[39m GL261112-${no} ${name} 琵琶街道 催${no}`;
  });
  return { lines, pane: [], cursor: cursorAt };
}

function open() {
  const painted = openPainted(true, SIZE);
  onTestFinished(() => painted.close());
  return painted;
}

test('a mark that moves is all that is written', async () => {
  const painted = open();
  await painted.show(list(0, 3));
  painted.takeBytes();
  await painted.show(list(0, 4));
  expect(painted.takeBytes()).toBeLessThanOrEqual(20);
  await painted.show(list(0, 4));
  expect(painted.takeBytes()).toBe(0);
});

test.each([
  ['down', 0, 1],
  ['up', 5, 4],
])('a list that scrolls %s by a line writes that line', async (_way, from, to) => {
  const painted = open();
  const cursor = to > from ? SIZE.rows - 1 : 0;
  await painted.show(list(from, cursor));
  painted.takeBytes();
  await painted.show(list(to, cursor));
  expect(painted.takeBytes()).toBeLessThanOrEqual(160);
  expect(painted.text().split('\n')[cursor]).toMatch(/^> {2}红/);
});

test('a character typed at the cursor is written there and nothing else', async () => {
  const painted = open();
  await painted.show({ lines: ['> abc'], pane: [], cursor: { x: 5, y: 0 } });
  painted.takeBytes();
  await painted.show({ lines: ['> abcd'], pane: [], cursor: { x: 6, y: 0 } });
  expect(painted.takeBytes()).toBe(1);
});

test('what it does not understand goes through, and all after it until the screen begins anew', async () => {
  const painted = open();
  await painted.show(list(0, 3));
  await painted.writeRaw('\x1b[1;1H\x1b[2L');
  expect(painted.text().split('\n')[2]).toContain('GL261112-0000');
  await painted.show(list(0, 4));
  expect(painted.takeBytes()).toBeGreaterThan(4_000);
  await painted.resize(SIZE.columns, SIZE.rows);
  painted.takeBytes();
  await painted.show(list(0, 5));
  expect(painted.takeBytes()).toBeLessThanOrEqual(20);
});

test('keys that were echoed before the first frame leave no trace', async () => {
  const painted = openPainted(true, SIZE, (terminal) => terminal.write('222'));
  onTestFinished(() => painted.close());
  await painted.show({ lines: ['', 'a line'], pane: [], cursor: null });
  expect(painted.text().trimEnd()).toBe('\na line');
});
