import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyOperation, Column } from '../../src/command/operation.ts';
import { cellWidth, cutToWidth, padToWidth } from '../../src/output/cell-width.ts';
import { printOutcome } from '../../src/output/outcome-printer.ts';
import type { Sink } from '../../src/output/streams.ts';
import { renderTable } from '../../src/output/table.ts';

type Row = { no: string; title: string; lead: string };
const COLUMNS: readonly Column<Row>[] = [
  { header: { zh: '单号', en: 'NO' }, cell: ({ no }) => no },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ title }) => title },
  { header: { zh: '承办', en: 'LEAD' }, cell: ({ lead }) => lead, priority: 1 },
];
const ROWS: Row[] = [
  { no: 'GL261112-0042', title: '路灯不亮,老人夜里摔倒', lead: '城管' },
  { no: 'GL261112-0043', title: 'noise', lead: '琵琶街道' },
];

test('Chinese takes two columns, marks none', () => {
  expect(cellWidth('路灯a')).toBe(5);
  expect(cellWidth('e\u0301')).toBe(1);
  expect(cutToWidth('路灯不亮', 5)).toBe('路..');
  expect(padToWidth('路', 4, 'right')).toBe('  路');
});

test('a cut text never exceeds its width', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '路', '1', '。', 'é') });
  fc.assert(fc.property(text, fc.nat(40), (words, width) => cellWidth(cutToWidth(words, width)) <= width));
});

test('columns line up in cells', () => {
  expect(renderTable(COLUMNS, ROWS, { language: 'zh', width: 80 })).toEqual([
    '单号           诉求                   承办',
    'GL261112-0042  路灯不亮,老人夜里摔倒  城管',
    'GL261112-0043  noise                  琵琶街道',
  ]);
});

test('a narrow window cuts the widest column, then drops the least important', () => {
  const narrow = renderTable(COLUMNS, ROWS, { language: 'zh', width: 40 });
  expect(Math.max(...narrow.map(cellWidth))).toBeLessThanOrEqual(40);
  expect(narrow[1]).toContain('城管');
  const narrower = renderTable(COLUMNS, ROWS, { language: 'zh', width: 30 });
  expect(Math.max(...narrower.map(cellWidth))).toBeLessThanOrEqual(30);
  expect(narrower.join('')).not.toContain('城管');
});

test('a pipe gets whole cells between tabs, and no header', () => {
  expect(renderTable(COLUMNS, ROWS, { language: 'zh', width: undefined })[0]).toBe(
    'GL261112-0042\t路灯不亮,老人夜里摔倒\t城管',
  );
});

test('who looks on is told that nothing came; a program sees it', () => {
  const operation = {
    id: 'requests.list',
    print: { columns: COLUMNS, rows: (rows: Row[]) => rows },
  } as unknown as AnyOperation;
  const said = (width: number | undefined) => {
    const lines: string[] = [];
    const streams: Sink = {
      out: (line) => lines.push(`out ${line}`),
      talk: (line) => lines.push(`talk ${line}`),
      wipe: () => {},
      ...{ width, color: false, plots: false },
    };
    printOutcome(
      operation,
      { status: 'done', value: [] },
      { streams, language: 'zh', format: { kind: 'text' } },
    );
    return lines;
  };
  expect(said(80)).toEqual(['talk 没有符合的。']);
  expect(said(undefined)).toEqual([]);
});
