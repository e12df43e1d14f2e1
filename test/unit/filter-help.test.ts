import { FILTER_KEYS, parseFilter } from '@district/contract/filter/parse.ts';
import { expect, test } from 'vitest';
import { list } from '../../commands/requests/list.ts';
import { remind } from '../../commands/requests/remind.ts';
import { filterHelp } from '../../src/command/filter-help.ts';
import { operationHelp } from '../../src/command/leaf.ts';

test.each(['zh', 'en'] as const)(
  'the help of a filter names every key with values that can be read: %s',
  (language) => {
    const lines = filterHelp(language).slice(2);
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual(FILTER_KEYS);
    for (const line of lines) {
      const [, key = '', values = ''] = /^ {2}(\w+): .* {2}(\S.*)$/.exec(line) ?? [];
      for (const value of values.split(', ')) expect(parseFilter(`${key}:${value}`).ok, line).toBe(true);
    }
  },
);

test('it stands in the help of what lists, and not of each action', async () => {
  expect(await operationHelp(list, 'zh')).toContain('\n筛选:\n');
  expect(await operationHelp(remind, 'zh')).not.toContain('\n筛选:\n');
});
