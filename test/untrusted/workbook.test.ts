import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { safeText } from '../../src/output/safe-text.ts';
import { writeWorkbook } from '../../src/output/workbook.ts';
import { hostileText } from './hostile-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'district-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'report.xlsx');

async function writtenAndRead(text: string) {
  const columns = [
    { header: text, look: 'text' as const, width: 20 },
    { header: '件数', look: 'count' as const, width: 10 },
  ];
  await writeWorkbook(file, [
    {
      name: '按部门',
      columns,
      rows: [
        [text, 12],
        [null, null],
      ],
    },
  ]);
  return readXlsx(readFileSync(file));
}

/** The files of an archive as text (APPNOTE 4.3): each local header says how long it and its name are. */
function parts(archive: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [archive.readUInt16LE(at + 8), archive.readUInt32LE(at + 18)];
    const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const content = archive.subarray(from, from + size);
    texts.push((method === 0 ? content : inflateRawSync(content)).toString());
    at = from + size;
  }
  return texts;
}

test.each(['=1+1', '+86', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x","点这里")', "'=1", '\t=1', '路灯'])(
  '%j stands in a cell as it is, and is no formula',
  async (text) => {
    const { sheets } = await writtenAndRead(text);
    expect(sheets[0]?.rows.slice(0, 2)).toEqual([
      [safeText(text), '件数'],
      [safeText(text), 12],
    ]);
    const written = parts(readFileSync(file));
    expect(written.length).toBeGreaterThan(5);
    expect(written.join('')).not.toMatch(/<f[ >]/);
  },
);

test('whatever a text holds, the workbook can be read and holds no formula', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const { sheets } = await writtenAndRead(text);
      expect(sheets[0]?.rows[1]?.[0] ?? '').toBe(safeText(text));
      expect(parts(readFileSync(file)).join('')).not.toMatch(/<f[ >]/);
    }),
    { numRuns: 200 },
  );
});
