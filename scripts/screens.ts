/**
 * Keeps the console's screens as a person sees them: npm run screens, after npm run build. Writes the texts that
 * test/terminal/screens compares and, from the same screens, the pictures of docs/screens.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '../test/cli/sandbox-home.ts';
import { type Desk, openTerminal } from '../test/terminal/real/open-terminal.ts';
import { LOOKS, type Look, lookName, pictureOf, writeGolden } from '../test/terminal/screens/golden.ts';
import { walkThrough } from '../test/terminal/screens/walk.ts';
import { readRuns } from './screens/cells.ts';
import { svgOf } from './screens/svg.ts';

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url));

/** Screens of which the README shows a picture, by the look they are shown in. */
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  'zh 120x36': ['workbench', 'requests', 'notices', 'entry', 'triage', 'stats', 'approvals'],
  'zh 80x24': ['detail', 'actions', 'remind'],
  'en 80x24': ['workbench'],
};
/** And of one-shot commands. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'list-command': ['requests', 'list', '--q', 'is:overdue', '--limit', '12'],
  'show-command': ['requests', 'show', 'GL260819-0003'],
};
const [COMMAND_COLS, COMMAND_ROWS] = [120, 50];

/** A screen that has not changed for so long is painted, unless it says that more is to come. */
const STILL_MS = 1_500;
const LOADING = /载入数据|载入中|[Ll]oading/;
const CLOCK = /08:3\d/;

async function still({ emulator }: Desk): Promise<void> {
  let before: string;
  do {
    before = emulator.text();
    await delay(STILL_MS);
  } while (before !== emulator.text() || LOADING.test(before));
}

function draw(name: string, title: string, { emulator }: Desk, isCommand: boolean): void {
  const { terminal, cursor } = emulator;
  const lines = readRuns(terminal);
  for (const run of lines.flat()) run.text = run.text.replace(CLOCK, '08:30');
  while (isCommand && lines.at(-1)?.length === 0) lines.pop();
  const picture = svgOf({ title, cols: terminal.cols, lines, cursor: isCommand ? null : cursor() });
  writeFileSync(`${FOLDER}${name}.svg`, picture);
}

async function keepScreens(look: Look, env: Record<string, string>): Promise<void> {
  const { language: lang, cols, rows, ambiguous } = look;
  const desk = await openTerminal({ cols, rows, lang, ambiguous, env });
  const pictured = ambiguous === 1 ? (PICTURES[`${lang} ${cols}x${rows}`] ?? []) : [];
  await walkThrough(desk, lang, async (name) => {
    await still(desk);
    writeGolden(name, look, pictureOf(desk.emulator));
    if (pictured.includes(name))
      draw(lang === 'zh' ? name : `${name}-${lang}`, `district ${name}`, desk, false);
  });
  desk.press('q');
  await desk.leaves(0);
}

async function drawCommand(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const desk = await openTerminal({ cols: COMMAND_COLS, rows: COMMAND_ROWS, args, env });
  await desk.leaves(0);
  draw(name, `district ${args.join(' ')}`, desk, true);
}

mkdirSync(FOLDER, { recursive: true });
const sandbox = await startSandbox('--storm');
try {
  for (const look of LOOKS) {
    sandbox.clearDesk();
    await keepScreens(look, sandbox.env);
    process.stdout.write(`${lookName(look)}\n`);
  }
  for (const [name, args] of Object.entries(COMMANDS)) await drawCommand(name, args, sandbox.env);
} finally {
  await sandbox.stop();
}
