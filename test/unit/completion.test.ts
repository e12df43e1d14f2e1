import { expect, test } from 'vitest';
import { type CompletionWorld, completions } from '../../src/command/completion.ts';
import { lineWords, splitLine } from '../../src/command/split-line.ts';

const WORLD: CompletionWorld = {
  language: 'en',
  contexts: ['sandbox', 'sandbox-duty'],
  views: ['overdue'],
  numbers: ['GL261112-0042'],
  units: [{ kind: 'agency', id: 'urban_management', name: '城管' }],
};

async function words(line: string): Promise<string[]> {
  const { words: before, last } = splitLine(line);
  return (await completions(before, last, WORLD)).map(({ word }) => word);
}

test.each([
  ['req', ['requests']],
  ['requests acc', ['accept']],
  ['--context sandbox-duty requests acc', ['accept']],
  ['requests accept ', ['GL261112-0042']],
  ['requests accept GL261112-0001 ', ['GL261112-0042']],
  ['requests show GL261112-0001 ', []],
  ['requests accept GL261112-0042 --rem', ['--remark']],
  ['requests accept GL261112-0042 --remark ', []],
  ['requests accept --conf', ['--confirm', '--confirm-context']],
  ['requests accept --confirm-context sandbox-', ['sandbox-duty']],
  ['requests list --conf', []],
  ['requests list --sort ', ['due', 'newest', 'oldest']],
  ['requests list --sort=n', ['--sort=newest']],
  ['requests list --view o', ['overdue']],
  ["requests list --q 'is:open st", ['is:open state:', 'is:open street:']],
  ['requests assign GL261112-0042 --to 城', ['agency:urban_management']],
  ['requests list --context sandbox-', ['sandbox-duty']],
  ['requests list --lang ', ['zh', 'en']],
  ['context use sandbox-', ['sandbox-duty']],
  ['config set pag', ['pageSize', 'pager']],
  ['completion z', ['zsh']],
  ['nothing like this ', []],
])('%s', async (line, expected) => {
  expect(await words(line)).toEqual(expected);
});

test('flags say what they do', async () => {
  const found = await completions(lineWords('requests list'), '--js', WORLD);
  expect(found).toEqual([{ word: '--json', summary: expect.stringContaining('print JSON') }]);
});
