import { afterAll, expect, onTestFinished, test } from 'vitest';
import { makeHome, runDistrict } from '../../cli/run-district.ts';
import { openTerminal } from './open-terminal.ts';

const home = makeHome();
afterAll(home.remove);

test('without a terminal there is no console, and a sentence says what to use', async () => {
  const { code, stdout, stderr } = await runDistrict([], { env: home.env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('The console needs a terminal.');
  expect(stderr).toContain('district overview show');
});

test('a dumb terminal gets the same sentence and nothing is painted', async () => {
  const desk = await openTerminal({ env: { ...home.env, TERM: 'dumb' } });
  onTestFinished(() => desk.hangUp());
  await desk.sees('控制台需要在终端里打开。');
  await desk.leaves(2);
});
