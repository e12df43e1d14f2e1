import { PassThrough } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { meetTerminal } from '../../src/console/meet-terminal.ts';
import { setWidthModel } from '../../src/terminal/width-model.ts';
import { createEmulator } from '../terminal/real/emulator.ts';

afterEach(() => setWidthModel({}));

/** A terminal that gives so many columns to what is ambiguous, and answers; or one that is silent. */
function aTerminal(ambiguous: 1 | 2 | 'silent') {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => stdin });
  const stdout = new PassThrough();
  if (ambiguous !== 'silent') {
    const emulator = createEmulator(80, 24, ambiguous);
    stdout.on('data', (data: Buffer) => void emulator.write(data.toString('utf8')));
    emulator.onAnswer((answer) => void stdin.write(answer));
  }
  return { stdin, stdout } as unknown as Pick<NodeJS.Process, 'stdin' | 'stdout'>;
}

test.each([
  ['one that gives them one cell', 1, {}, true],
  ['whatever a Chinese locale would have one guess', 1, { LANG: 'zh_CN.UTF-8' }, true],
  ['one that gives them two', 2, { LANG: 'en_US.UTF-8' }, false],
  ['one that does not say', 'silent', { LANG: 'en_US.UTF-8' }, false],
  ['the C locale', 1, { LC_ALL: 'C' }, false],
  ['one that is told to give them one', 2, { DISTRICT_AMBIGUOUS_WIDTH: '1' }, true],
  ['one that is read aloud', 1, { DISTRICT_SCREEN_READER: '1', DISTRICT_AMBIGUOUS_WIDTH: '1' }, false],
] as const)('dots and half blocks on %s', async (_where, ambiguous, environment, wanted) => {
  const sources = { flags: {}, environment, settings: {} };
  const { fineMarks } = await meetTerminal(aTerminal(ambiguous), sources);
  expect(fineMarks).toBe(wanted);
});
