import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import type { Language } from '../../../src/i18n/translate.ts';
import type { AmbiguousWidth } from '../char-widths.ts';
import { createEmulator, type Emulator } from './emulator.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/district.js', import.meta.url));

/** Longest wait for something to appear, such as a sandbox made on a busy machine; reached only when it never does. */
const APPEAR_MS = 45_000;

export interface Desk {
  /** Resolves when the screen shows it, and fails with the screen as it is. */
  sees: (wanted: string | RegExp) => Promise<void>;
  /** As `sees`, and tells what stood there. */
  reads: (wanted: RegExp) => Promise<RegExpExecArray>;
  /** Resolves when the screen no longer shows it. */
  loses: (unwanted: string | RegExp) => Promise<void>;
  /** Resolves when the screen, in the words of `pictureOf`, is this one. */
  becomes: (picture: string, pictureOf: (emulator: Emulator) => string) => Promise<void>;
  /** Keys as a keyboard sends them: `Enter`, `Esc`, `Ctrl-C`, `Tab`, or the characters themselves. */
  press: (...keys: string[]) => void;
  /** Text as an input method hands it over. */
  types: (text: string) => void;
  resize: (cols: number, rows: number) => void;
  /** Resolves when the program has ended with this code and given the terminal back as it was. */
  leaves: (code: number) => Promise<void>;
  /** Resolves when the program has ended, with this code where it had one to give; there may be no terminal any more. */
  ends: (code?: number) => Promise<void>;
  /** Whether the terminal is as it was lent: the ordinary screen, the cursor shown, pastes and mouse plain. */
  isRestored: () => boolean;
  /** Takes the terminal away, as a broken connection does; nothing when the program has left. */
  hangUp: () => void;
  emulator: Emulator;
  pid: number;
}

export interface TerminalOptions {
  cols?: number;
  rows?: number;
  lang?: Language;
  /** Columns the terminal gives to characters such as `…`. */
  ambiguous?: AmbiguousWidth;
  /** Arguments of `district`. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Starts it from a shell with job control, which is there again when it has left or was stopped. */
  inShell?: boolean;
  /** Half of it for keys and half for what comes back, as over a slow line; the order stays. */
  roundTripMs?: number;
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: '\r',
  Esc: '\x1b',
  Tab: '\t',
  'Ctrl-C': '\x03',
  'Ctrl-J': '\n',
  'Ctrl-U': '\x15',
  'Ctrl-X': '\x18',
  'Ctrl-Z': '\x1a',
  'Ctrl-/': '\x1f',
};

/** A shell of its own habits only. */
const SHELL_PARAMETERS = ['--norc', '--noprofile', '-i'];

/** The built program in a real terminal, with an emulator in place of the glass. */
export async function openTerminal(options: TerminalOptions): Promise<Desk> {
  const { cols = 80, rows = 24, lang = 'zh', ambiguous = 1, args = [], env = {} } = options;
  const { inShell = false, roundTripMs = 0 } = options;
  const emulator = createEmulator(cols, rows, ambiguous);
  // What stood on the screen before, as in the shell a person starts from.
  const shellLine = ['$ district', ...args].join(' ');
  await emulator.write(`${shellLine}\r\n`);
  const [file, parameters] = inShell ? ['bash', SHELL_PARAMETERS] : [process.execPath, [PROGRAM, ...args]];
  const pty = spawn(file, parameters, {
    name: env['TERM'] ?? 'xterm-256color',
    cols,
    rows,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', DISTRICT_LANG: lang, ...env },
  });
  /** Timers of one length fire in the order in which they were set. */
  const overTheLine = (run: () => void) => (roundTripMs === 0 ? run() : setTimeout(run, roundTripMs / 2));
  const send = (keys: string) => overTheLine(() => pty.write(keys));
  emulator.onAnswer(send);
  // The shell's own marks of pastes would hide whether the program took its back.
  if (inShell)
    pty.write(
      `bind 'set enable-bracketed-paste off'; PS1='shell> '; ${process.execPath} ${PROGRAM} ${args.join(' ')}\r`,
    );
  const shown = new Set<() => void>();
  pty.onData((data) =>
    overTheLine(async () => {
      await emulator.write(data);
      for (const look of [...shown]) look();
    }),
  );
  let code: number | undefined;
  pty.onExit(async ({ exitCode }) => {
    await emulator.write('');
    code = exitCode;
    for (const look of [...shown]) look();
  });

  function until(holds: () => boolean, complaint: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        shown.delete(look);
        settle();
      };
      const fail = () => {
        const ended = code === undefined ? '' : ` (it ended with ${code})`;
        end(() => reject(new Error(`${complaint}${ended}. The screen:\n${emulator.text()}`)));
      };
      const look = () => {
        if (holds()) end(resolve);
        else if (code !== undefined) fail();
      };
      const timer = setTimeout(fail, APPEAR_MS);
      shown.add(look);
      look();
    });
  }

  return {
    sees: (wanted) => until(() => emulator.has(wanted), `never saw ${wanted}`),
    reads: async (wanted) => {
      await until(() => emulator.has(wanted), `never saw ${wanted}`);
      return wanted.exec(emulator.text()) as RegExpExecArray;
    },
    loses: (unwanted) => until(() => !emulator.has(unwanted), `still sees ${unwanted}`),
    becomes: (picture, pictureOf) =>
      until(() => pictureOf(emulator) === picture, `is not as it was kept:\n${picture}`),
    press: (...keys) => {
      for (const key of keys) send(KEYS[key] ?? key);
    },
    types: send,
    resize: (newCols, newRows) => {
      emulator.resize(newCols, newRows);
      pty.resize(newCols, newRows);
    },
    leaves: async (wanted) => {
      await until(() => code !== undefined, 'never left');
      const left = { code, restored: emulator.restored(), shell: emulator.top() === shellLine };
      if (left.code === wanted && left.restored && left.shell) return;
      throw new Error(`left as ${JSON.stringify(left)}. The screen:\n${emulator.text()}`);
    },
    ends: async (wanted) => {
      await until(() => code !== undefined, 'never ended');
      if (wanted !== undefined && code !== wanted) throw new Error(`ended with ${code}`);
    },
    isRestored: () => emulator.restored(),
    hangUp: () => {
      if (code === undefined) pty.kill('SIGHUP');
    },
    emulator,
    pid: pty.pid,
  };
}
