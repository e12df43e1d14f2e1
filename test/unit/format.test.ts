import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFormat } from '../../src/command/format.ts';
import { csvRecord } from '../../src/output/csv.ts';

test('the flags choose one format', () => {
  expect(readFormat({})).toEqual({ kind: 'text' });
  expect(readFormat({ json: 'no,title' })).toEqual({ kind: 'json', fields: ['no', 'title'] });
  expect(readFormat({ jq: '.items' })).toEqual({ kind: 'json', fields: [], jq: '.items' });
  expect(readFormat({ ndjson: '' })).toEqual({ kind: 'ndjson', fields: [] });
  expect(readFormat({ csv: 'no', bom: true })).toEqual({ kind: 'csv', fields: ['no'], bom: true });
  expect(() => readFormat({ json: '', csv: '' })).toThrow('One of --json');
  expect(() => readFormat({ bom: true })).toThrow('--bom goes with --csv');
});

test('a CSV cell is quoted where RFC 4180 wants it', () => {
  expect(csvRecord(['a', 'b,c', 'say "x"', null, 3, { id: 1 }])).toBe('a,"b,c","say ""x""",,3,"{""id"":1}"');
});

test.each(['=1+1', '+86', '@SUM(A1)', '-cmd', ' =1', '\uff1d1', '\t=1', '\r=1'])(
  '%j is no formula',
  (text) => {
    const cell = csvRecord([text]).replace(/^"|"$/g, '');
    if (/^[+-]\d+$/.test(text)) expect(cell).toBe(text);
    else expect(cell).toMatch(/^'/);
  },
);

test('no text makes a second record, and none begins as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const cell = csvRecord([text]);
      expect(cell).not.toMatch(/[\r\n\u001b]/);
      expect(cell.replace(/^"/, '')).not.toMatch(/^\s*[=@]/);
    }),
  );
});
