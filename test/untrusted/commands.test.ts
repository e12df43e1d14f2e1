import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../src/client/create-client.ts';
import { CATALOGUE } from '../../src/command/catalogue.gen.ts';
import type { Format } from '../../src/command/format.ts';
import type { AnyOperation } from '../../src/command/operation.ts';
import { runOperation } from '../../src/command/run-operation.ts';
import { cellWidth } from '../../src/output/cell-width.ts';
import type { Sink } from '../../src/output/streams.ts';
import { type Asked, type FakePlatform, fakePlatform, problem } from '../cli/fake-platform.ts';
import { OPERATIONS } from '../platform/fuzz/document.ts';
import { type Enemy, hostileAnswer } from './hostile-document.ts';
import { HOSTILE_PARTS } from './hostile-text.ts';
import { createWitness } from './witness.ts';

/** Arguments that every command which has them takes. */
const INPUT: Readonly<Record<string, string | readonly string[]>> = {
  no: 'GL261112-0042',
  id: '0197f2a0-0000-7000-8000-000000000001',
  dataset: 'person',
  method: 'GET',
  path: '/v1/me',
};
const FORMATS: readonly Format[] = [
  { kind: 'text' },
  { kind: 'json', fields: [] },
  { kind: 'json', fields: [], jq: '.. | strings' },
  { kind: 'ndjson', fields: [] },
  { kind: 'csv', fields: [], bom: false },
];

let enemy: Enemy = 'resident';
let platform: FakePlatform;
beforeAll(async () => {
  platform = await fakePlatform(answer);
});
afterAll(() => platform.close());

function answer({ method, path }: Asked) {
  const plain = path.replace(/\?.*/, '');
  const operation = OPERATIONS.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  );
  return operation ? { body: hostileAnswer(operation.id, enemy) } : problem(404, 'not_found');
}

/** What a person or a program gets to see of a run. */
async function printed(operation: AnyOperation, format: Format, width: number | undefined) {
  const lines: string[] = [];
  const sink: Sink = {
    // A person's JSON comes indented, in one piece.
    out: (line) => void lines.push(...line.replace(/\r$/, '').split('\n')),
    talk: (line) => void lines.push(line),
    wipe: () => {},
    width,
    color: false,
    plots: width !== undefined,
  };
  const places = operation.arguments ?? [];
  const given = Object.fromEntries(
    [...places, ...(operation.options ?? []).filter(({ required }) => required)].map((place) => {
      const value = INPUT[place.name] ?? 'x';
      return [place.name, 'variadic' in place && place.variadic ? [value].flat() : value];
    }),
  );
  await runOperation(
    operation,
    { input: given, format },
    {
      language: 'zh',
      streams: sink,
      signal: new AbortController().signal,
      client: async () => createClient({ url: platform.url, token: 'secret' }),
      sources: { flags: {}, environment: {}, settings: {} },
      place: { name: 'hostile', isContext: false, guarded: false },
    },
  );
  return lines;
}

async function expectHarmless(lines: readonly string[]) {
  const columns = Math.max(...lines.map(cellWidth)) + 1;
  const { deeds, write, row } = createWitness(columns, lines.length + 1);
  await write(lines.join('\r\n'));
  expect(deeds).toEqual([]);
  expect(lines.map((_, at) => row(at))).toEqual(lines.map((line) => line.trimEnd()));
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
}

const reads = (await Promise.all(CATALOGUE.map(({ load }) => load()))).filter(
  ({ id, effect, follows }) => (effect === 'read' || id === 'api') && !follows,
);

for (const who of ['resident', 'platform'] as const) {
  test.each(reads.map((operation) => [operation.id, operation] as const))(
    `${who}: district %s prints nothing that drives a terminal, in any format`,
    async (_id, operation) => {
      enemy = who;
      for (const format of FORMATS)
        for (const width of [80, undefined]) {
          const lines = await printed(operation, format, width);
          expect(lines.length).toBeGreaterThan(0);
          // Cells of a table in a pipe are parted by tabs.
          await expectHarmless(
            lines.map((line) => (width === undefined ? line.replaceAll('\t', ' ') : line)),
          );
        }
    },
  );
}

test('a problem document of a hostile platform is a sentence', async () => {
  const hostile = HOSTILE_PARTS.join('');
  const bad = await fakePlatform(() =>
    problem(409, 'transition_closed', {
      title: hostile,
      detail: hostile,
      reason: hostile,
      current: { state: hostile, version: 1, changedBy: hostile, changedAt: hostile, lastAction: hostile },
      duplicate: { no: hostile, title: hostile, state: hostile },
      filter: { word: hostile, suggestion: hostile, at: 0, length: 1 },
      fields: [{ path: hostile, message: hostile, suggestion: hostile }],
    }),
  );
  const list = reads.find(({ id }) => id === 'requests.list') as AnyOperation;
  const { url } = platform;
  platform.url = bad.url;
  const lines = await printed(list, { kind: 'text' }, 80);
  platform.url = url;
  await bad.close();
  expect(lines.length).toBeGreaterThan(0);
  await expectHarmless(lines);
});
