import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/command/command-line.ts';
import { exitCodeOf } from '../../src/command/exit-code.ts';
import { requestNumbers } from '../../src/command/request-number.ts';
import { splitIds } from '../../src/command/split-ids.ts';

const read = (line: string) => readCommandLine(line.split(' '), (word) => word !== 'api');

test('noun and verb are found among options', () => {
  expect(read('--context duty requests --lang en list --q is:overdue')).toMatchObject({
    words: ['requests', 'list'],
    context: 'duty',
    lang: 'en',
    rest: ['--context', 'duty', '--lang', 'en', '--q', 'is:overdue'],
  });
  expect(read('api GET /v1/me')).toMatchObject({ words: ['api'], rest: ['GET', '/v1/me'] });
});

test('after a noun that has a verb in mind, what follows an option is its value', () => {
  const words = (line: string) =>
    readCommandLine(
      line.split(' '),
      () => true,
      (noun) => noun === 'progress',
    ).words;
  expect(words('progress --by street')).toEqual(['progress']);
  expect(words('progress trend --dataset person')).toEqual(['progress', 'trend']);
  expect(words('progress --context duty trend')).toEqual(['progress', 'trend']);
  expect(words('requests --by street')).toEqual(['requests', 'street']);
});

test('--json takes field names and leaves numbers alone', () => {
  expect(read('requests list --json no,item.id').rest).toEqual(['--json=no,item.id']);
  expect(read('requests show --json GL261112-0042').rest).toEqual(['--json=', 'GL261112-0042']);
});

test('exit codes of outcomes', () => {
  expect(exitCodeOf(3, [])).toBe(0);
  expect(exitCodeOf(2, [6])).toBe(7);
  expect(exitCodeOf(0, [6, 6])).toBe(6);
  expect(exitCodeOf(0, [6, 4])).toBe(1);
  expect(exitCodeOf(2, [130])).toBe(130);
});

test('ids from a file: blanks, comments and doubles', () => {
  const ids = splitIds('gl261112-0042\tGL261112-0043 # why\r\n\n# GL261112-0044\nGL261112-0042\n');
  expect(requestNumbers(ids)).toEqual(['GL261112-0042', 'GL261112-0043']);
});
