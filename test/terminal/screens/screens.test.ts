import { afterAll, beforeAll, onTestFinished, test } from 'vitest';
import { type SandboxHome, startSandbox } from '../../cli/sandbox-home.ts';
import { openTerminal } from '../real/open-terminal.ts';
import { LOOKS, lookName, pictureOf, readGolden } from './golden.ts';
import { walkThrough } from './walk.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;
const WALK_TIMEOUT_MS = 120_000;

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox('--storm');
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

/** After a change that is meant: `npm run screens`, then read the difference as a person would see it. */
test.each(LOOKS.map((look) => [lookName(look), look] as const))(
  'every screen is as it was kept: %s',
  async (_name, look) => {
    const { language: lang, cols, rows, ambiguous } = look;
    sandbox.clearDesk();
    const desk = await openTerminal({ cols, rows, lang, ambiguous, env: sandbox.env });
    onTestFinished(() => desk.hangUp());
    await walkThrough(desk, lang, (name) => desk.becomes(readGolden(name, look), pictureOf));
    desk.press('q');
    await desk.leaves(0);
  },
  WALK_TIMEOUT_MS,
);
