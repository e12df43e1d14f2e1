import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openKeyboard } from '../../../src/terminal/keyboard/open-keyboard.ts';

/** A line of 300 ms there and back. */
const LINE_MS = 300;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A keyboard at the far end of a line; `answers` says whether its terminal answers when asked how it does. */
function farKeyboard({ answers = true, lineMs = LINE_MS } = {}) {
  const keys: string[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {}, ref: () => {}, unref: () => {} });
  const arrives = async (bytes: string | Uint8Array) => {
    stdin.write(bytes);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const asked: string[] = [];
  openKeyboard({
    stdin: stdin as unknown as NodeJS.ReadStream,
    write: (sequence) => {
      asked.push(sequence);
      if (answers && sequence === '\x1b[5n') setTimeout(() => void stdin.write('\x1b[0n'), lineMs);
    },
    onInput: (input) => void keys.push(input.kind === 'key' ? input.key : input.kind),
    onGone: () => {},
  });
  const later = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { keys, asked, arrives, later };
}

test('Escape alone is one as soon as the terminal has answered', async () => {
  const { keys, arrives, later } = farKeyboard();
  await arrives('\x1b');
  await later(LINE_MS - 10);
  expect(keys).toEqual([]);
  await later(20);
  expect(keys).toEqual(['escape']);
});

test.each([1, 100, 290])('an arrow torn apart by %i ms is an arrow', async (gapMs) => {
  const { keys, arrives, later } = farKeyboard();
  await arrives('\x1b');
  await later(gapMs);
  await arrives('[A');
  await later(2_000);
  expect(keys).toEqual(['up']);
});

test('an arrow torn apart behind a terminal that answers by itself, as tmux does, becomes no letters', async () => {
  const { keys, arrives, later } = farKeyboard({ lineMs: 1 });
  await arrives('\x1b');
  await later(300);
  await arrives('[A');
  await later(2_000);
  expect(keys).toEqual(['escape', 'up']);
});

test('a key pressed after Escape is that key, and keys before it came first', async () => {
  const { keys, arrives, later } = farKeyboard();
  await arrives('j\x1b');
  await later(LINE_MS + 10);
  await arrives('[A');
  await arrives('q');
  await later(2_000);
  expect(keys).toEqual(['j', 'escape', 'up', 'q']);
});

test('a terminal that does not answer is asked once; from then on Escape takes a tenth of a second', async () => {
  const { keys, asked, arrives, later } = farKeyboard({ answers: false });
  await arrives('\x1b');
  await later(599);
  expect(keys).toEqual([]);
  await later(1);
  expect(keys).toEqual(['escape']);
  await later(5_000);
  await arrives('\x1b');
  await later(100);
  expect(keys).toEqual(['escape', 'escape']);
  expect(asked).toEqual(['\x1b[5n']);
});

test('a character torn apart is one character', async () => {
  const { keys, arrives, later } = farKeyboard();
  const [first = 0, ...others] = Buffer.from('路');
  await arrives(Uint8Array.of(first));
  await later(5_000);
  await arrives(Uint8Array.from(others));
  expect(keys).toEqual(['路']);
});

test('Ctrl-C gets out of a paste whose end was lost, and of no other', async () => {
  const { keys, arrives, later } = farKeyboard();
  await arrives('\x1b[200~half');
  await arrives('\x03');
  expect(keys).toEqual([]);
  await later(1_500);
  await arrives('\x03');
  expect(keys).toEqual(['paste', 'ctrl+c']);
});
