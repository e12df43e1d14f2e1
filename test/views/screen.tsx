import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Terminal } from '@xterm/headless';
import { createDesk } from '../../src/console/create-desk.ts';
import type { Desk } from '../../src/console/desk.ts';
import { followEvents } from '../../src/console/live.ts';
import { mountConsole } from '../../src/console/mount.tsx';
import type { Language } from '../../src/i18n/translate.ts';
import { openJournal } from '../../src/journal/journal.ts';
import type { Place } from '../../src/session/place-in-use.ts';
import type { Settings } from '../../src/session/setting-checks.ts';
import { clipboardSequence } from '../../src/terminal/clipboard.ts';
import { linksOn } from '../terminal/links.ts';
import { FakePlatform } from './fake-client.ts';
import { NOW } from './sample-data.ts';

/** Where the tests' console is, unless told. */
export const SANDBOX: Place = { name: 'sandbox', isContext: true, guarded: false };

/** Longest wait for something to appear; reached only when it never does. */
const APPEAR_MS = 3_000;

export interface OpenedScreen {
  desk: Desk;
  platform: FakePlatform;
  /** What the console wrote, in bytes and as it came. */
  written(): string;
  lines(): string[];
  text(): string;
  cursor(): { x: number; y: number };
  /** What on the screen leads somewhere. */
  links(): { text: string; address: string }[];
  isAlternate(): boolean;
  press(keys: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** Resolves when the screen shows it; fails with the screen as it is. */
  shows(wanted: string | RegExp): Promise<void>;
  hides(unwanted: string): Promise<void>;
  exitCode(): number | undefined;
  close(): Promise<void>;
}

/** The console in this process on a fake terminal, with an emulator that shows what a person would see. */
export async function openScreen(options: {
  columns?: number;
  rows?: number;
  language?: Language;
  platform?: FakePlatform;
  settings?: Settings;
  place?: Place;
  /** Whether the terminal gives dots and half blocks one cell each. */
  fineMarks?: boolean;
  /** Whether it knows links. */
  links?: boolean;
}): Promise<OpenedScreen> {
  delete process.env['CI'];
  const { columns = 80, rows = 24, language = 'zh', platform = new FakePlatform(), settings = {} } = options;
  const { place = SANDBOX, fineMarks = false, links = true } = options;
  const emulator = new Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  let written = '';
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString('utf8');
    emulator.write(chunk);
  });
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const stateDir = mkdtempSync(join(tmpdir(), 'district-state-'));
  let exitCode: number | undefined;
  const leave = new AbortController();
  const desk = createDesk({
    client: platform.client(),
    reopen: () => platform.reopen(),
    place,
    readSettings: () => settings,
    language,
    colours: true,
    fineMarks,
    links,
    window: { columns, rows },
    copyToTerminal: (text) => stdout.write(clipboardSequence(text, 'osc52', {}) ?? ''),
    exit: (code) => {
      exitCode = code;
    },
    stopJob: () => {},
    journal: openJournal(stateDir),
    editOutside: async (text) => ({ ok: true, text }),
  });
  const { ink, close } = mountConsole(desk, {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
  });
  // As a terminal answers: whether an Escape came alone is asked of it.
  emulator.onData((answer) => void stdin.write(answer));
  const following = followEvents(
    desk,
    leave.signal,
    async () => new Promise((resolve) => setImmediate(resolve)),
  );

  const settle = async () => {
    await ink.waitUntilRenderFlush();
    await new Promise<void>((resolve) => emulator.write('', resolve));
  };
  const lines = () => {
    const buffer = emulator.buffer.active;
    return Array.from({ length: emulator.rows }, (_, at) =>
      (buffer.getLine(at)?.translateToString(true) ?? '').trimEnd(),
    );
  };
  const until = async (holds: () => boolean, what: string) => {
    const end = performance.now() + APPEAR_MS;
    for (;;) {
      await settle();
      if (holds()) return;
      if (performance.now() > end) throw new Error(`${what}\n${lines().join('\n')}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const text = () => lines().join('\n');
  const has = (wanted: string | RegExp) =>
    typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
  return {
    desk,
    platform,
    written: () => written,
    lines,
    text,
    cursor: () => ({ x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY }),
    links: () => linksOn(emulator),
    isAlternate: () => emulator.buffer.active.type === 'alternate',
    press: async (keys) => {
      stdin.write(keys);
      // Twice, since an Escape is one only once the terminal has answered.
      for (let time = 0; time < 2; time += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        await settle();
      }
    },
    resize: async (newColumns, newRows) => {
      emulator.resize(newColumns, newRows);
      Object.assign(stdout, { columns: newColumns, rows: newRows });
      stdout.emit('resize');
      await settle();
    },
    shows: (wanted) => until(() => has(wanted), `never showed ${wanted}`),
    hides: (unwanted) => until(() => !has(unwanted), `still shows ${unwanted}`),
    exitCode: () => exitCode,
    close: async () => {
      leave.abort();
      close();
      await ink.waitUntilExit();
      desk.queries.clear();
      await following;
      rmSync(stateDir, { recursive: true, force: true });
      await new Promise<void>((resolve) => emulator.write('', resolve));
    },
  };
}
