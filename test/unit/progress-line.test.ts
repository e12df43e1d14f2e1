import { expect, test } from 'vitest';
import { createProgressLine } from '../../src/output/progress-line.ts';

/** A line on a terminal of 20 columns, and the hand of its clock. */
function aLine(isWrittenOver = true) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const line = createProgressLine({
    write: (text) => void written.push(text),
    isWrittenOver,
    columns: () => 20,
    nowMs: () => clock.ms,
  });
  return { line, written, clock };
}

/** Counts a hundred times a second, for so long. */
function countFor(ms: number, { line, clock }: ReturnType<typeof aLine>): void {
  const end = clock.ms + ms;
  for (; clock.ms < end; clock.ms += 10) line.count(String(clock.ms));
}

test('work that is over soon says nothing', () => {
  const short = aLine();
  countFor(500, short);
  short.line.wipe();
  expect(short.written).toEqual([]);
});

test('a count is written over four times a second and no more, and is gone at the end', () => {
  const long = aLine();
  countFor(2_500, long);
  expect(long.written).toHaveLength(8);
  expect(long.written.slice(0, 2)).toEqual(['\r\u001b[K500', '\r\u001b[K750']);
  long.line.wipe();
  expect(long.written.at(-1)).toBe('\r\u001b[K');
  long.line.wipe();
  expect(long.written).toHaveLength(9);
});

test('what else is printed stands above the line', () => {
  const { line, written } = aLine();
  line.aside(() => written.push('one\n'));
  line.say('3/300');
  line.aside(() => written.push('two\n'));
  expect(written).toEqual(['one\n', '\r\u001b[K3/300', '\r\u001b[K', 'two\n', '3/300']);
});

test('a line that is longer than the window is cut, so that wiping it wipes all of it', () => {
  const { line, written } = aLine();
  line.say('正在启动沙箱,准备数据库,载入数据');
  expect(written).toEqual(['\r\u001b[K正在启动沙箱,准备..']);
});

test('read aloud it is words at intervals, each in a line of its own', () => {
  const heard = aLine(false);
  heard.line.say('starting');
  countFor(35_000, heard);
  heard.line.wipe();
  expect(heard.written).toEqual(['starting\n', '10000\n', '20000\n', '30000\n']);
});
