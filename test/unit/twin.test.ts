import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../commands/requests/assign.ts';
import { remind } from '../../commands/requests/remind.ts';
import { parseInvocation } from '../../src/command/leaf.ts';
import { shellQuote, twin } from '../../src/command/twin.ts';

test('the shell line of what was done', () => {
  const input = {
    no: ['GL261112-0042'],
    to: 'agency:housing',
    assistant: ['agency:commerce', 'agency:housing'],
    dryRun: true,
  };
  expect(twin(assign, input)).toBe(
    'district requests assign GL261112-0042 --to agency:housing --assistant agency:commerce --assistant agency:housing --dry-run',
  );
  expect(twin(remind, { no: ['GL261112-0042'], remark: "it's late" })).toBe(
    `district requests remind GL261112-0042 --remark 'it'\\''s late'`,
  );
});

const NOT_NUL = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

test('a shell reads quoted words back as they were', () => {
  fc.assert(
    fc.property(fc.array(NOT_NUL, { minLength: 1, maxLength: 8 }), (words) => {
      const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`;
      const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
      expect(read.split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: 30 },
  );
});

test('what the shell reads back is the same input', () => {
  fc.assert(
    fc.property(NOT_NUL, (remark) => {
      const line = twin(remind, { no: ['GL261112-0042'], remark });
      const script = `district() { printf '%s\\0' "$@"; }; ${line}`;
      const [, , ...rest] = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
      expect(parseInvocation(remind, rest, 'en').input).toMatchObject({ no: ['GL261112-0042'], remark });
    }),
    { numRuns: 30, examples: [['-x'], ['--'], ['']] },
  );
});
