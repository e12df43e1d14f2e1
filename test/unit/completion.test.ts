import { expect, test } from 'vitest';
import { type CompletionWorld, completions } from '../../src/command/completion.ts';
import { lineWords, splitLine } from '../../src/command/split-line.ts';

const WORLD: CompletionWorld = {
  language: 'en',
  contexts: ['sandbox', 'sandbox-duty'],
  views: ['overdue'],
  numbers: ['GL261112-0042'],
  names: {
    units: [{ kind: 'agency', id: 'urban_management', name: '城管' }],
    regions: [
      { kind: 'street', id: '320302003000', name: '琵琶街道' },
      { kind: 'community', id: '320302003001', name: '琵琶社区' },
    ],
    items: [{ id: 'street_light_repair', nameZh: '路灯报修', nameEn: 'street light repair' }],
  },
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
  ["requests list --q 'is:open st", ['is:open state:', 'is:open street:', 'is:open statutory:']],
  [
    "requests list --q 'is:open rating:very",
    ['is:open rating:very_satisfied', 'is:open rating:very_dissatisfied'],
  ],
  ['requests list --q community:', ['community:320302003001', 'community:none']],
  ['requests list --q region:琵琶', ['region:320302003', 'region:320302003001']],
  ['requests list --q item:street', ['item:street_light_repair']],
  ['requests list --q assistant:城', ['assistant:agency:urban_management']],
  ['requests list --q due:<t', ['due:<today', 'due:<tomorrow']],
  ['requests facets --by st', ['state', 'street']],
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
