/** Takes the pictures of docs/screens from the built program in a real terminal: node scripts/screens.ts [NAME...] */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../src/i18n/translate.ts';
import { startSandbox } from '../test/cli/sandbox-home.ts';
import { type Desk, openTerminal } from '../test/terminal/real/open-terminal.ts';
import { readRuns } from './screens/cells.ts';
import { svgOf } from './screens/svg.ts';

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url));

type Size = readonly [cols: number, rows: number];
const WIDE: Size = [120, 36];
const SMALL: Size = [80, 24];
const TALL: Size = [120, 50];

interface Screen {
  size: Size;
  lang?: Language;
  /** Arguments of a one-shot command; without them the console is opened. */
  command?: readonly string[];
  context?: string;
  /** What is waited for (a pattern) and what is pressed (a string), in turn. The last is what the picture is about. */
  steps?: readonly (RegExp | string)[];
}

/** One entry a picture. */
const SCREENS: Readonly<Record<string, Screen>> = {
  workbench: { size: WIDE, steps: [/该组最紧/, 'j', />红 超承诺/, /待审批/] },
  requests: { size: WIDE, steps: [/该组最紧/, '2', /-- 经过/] },
  detail: { size: SMALL, steps: [/现在要办/, '2', /^> 红/m, 'Enter', /-- 经过/] },
  actions: { size: SMALL, steps: [/现在要办/, '2', /^> 红/m, 'a', /您的岗位不能办/] },
  remind: {
    size: SMALL,
    steps: [/现在要办/, '2', /^> 红/m, 'r', /备注>/, '老人再次来电,请今天到场', /到场/],
  },
  notices: { size: WIDE, steps: [/该组最紧/, '3', /\[3 通知/] },
  entry: { size: WIDE, steps: [/该组最紧/, '4', /\[4 录入/] },
  approvals: { size: WIDE, steps: [/该组最紧/, '6', /^>.*GL/m] },
  'workbench-en': { size: SMALL, lang: 'en', steps: [/To do now/] },
  'list-command': { size: WIDE, command: ['requests', 'list', '--q', 'is:overdue', '--limit', '12'] },
  'show-command': { size: TALL, command: ['requests', 'show', 'GL260819-0003'] },
};

/** A screen that has not changed for so long is painted, unless it says that more is to come. */
const STILL_MS = 400;
const LOADING = /载入数据|载入中|[Ll]oading/;
/** The platform's clock runs; in pictures it stands. */
const CLOCK = /08:3\d:\d\d/;
const CLOCK_SHOWN = '08:30:00';

async function take(name: string, screen: Screen, env: Record<string, string>): Promise<void> {
  const { size, lang = 'zh', command = [], context, steps = [] } = screen;
  const [cols, rows] = size;
  const args = [...command, ...(context === undefined ? [] : ['--context', context])];
  const desk = await openTerminal({ cols, rows, lang, args, env });
  for (const step of steps) {
    if (typeof step === 'string') desk.press(step);
    else await desk.sees(step);
  }
  if (command.length > 0) await desk.leaves(0);
  else await still(desk);
  const { terminal, cursor } = desk.emulator;
  const lines = readRuns(terminal);
  for (const run of lines[0] ?? []) run.text = run.text.replace(CLOCK, CLOCK_SHOWN);
  while (command.length > 0 && lines.at(-1)?.length === 0) lines.pop();
  const title = `district ${args.join(' ') || name}`;
  writeFileSync(
    `${FOLDER}${name}.svg`,
    svgOf({ title, cols, lines, cursor: command.length > 0 ? null : cursor() }),
  );
  desk.hangUp();
}

async function still({ emulator }: Desk): Promise<void> {
  let before: string;
  do {
    before = emulator.text();
    await delay(STILL_MS);
  } while (before !== emulator.text() || LOADING.test(before));
}

const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const sandbox = await startSandbox('--storm');
try {
  for (const [name, screen] of Object.entries(SCREENS)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(name, screen, sandbox.env);
  }
} finally {
  await sandbox.stop();
}
