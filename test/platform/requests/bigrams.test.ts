import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { wordsQuery, wordsVector } from '../../../platform/requests/bigrams.ts';
import { freshDatabase } from '../harness/database.ts';

const letter = fc.constantFrom(...'路灯坏了两周电梯停运三天ab1', ' ', '，', '、', '「', "'", ':', '\\', '𠮷');
const text = fc.array(letter, { minLength: 1, maxLength: 24 }).map((letters) => letters.join(''));

/** What the vector stands for: runs of letters and digits, lower case. */
function runsOf(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '');
}

describe('Chinese words by bigrams', () => {
  test('a word is found exactly where it stands, in PostgreSQL itself', async () => {
    const { db } = await freshDatabase();
    await fc.assert(
      fc.asyncProperty(text, text, async (body, word) => {
        const query = wordsQuery(word);
        if (query === undefined) return;
        const { rows } = await sql<{ found: boolean }>`
          select ${wordsVector(body)}::tsvector @@ ${query}::tsquery as found`.execute(db);
        const expected = runsOf(word).every((run) =>
          runsOf(body).some((candidate) => candidate.includes(run)),
        );
        expect(rows[0]?.found, `${word} in ${body}`).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('a long text stays within what a tsvector can hold', async () => {
    const { db } = await freshDatabase();
    const long = '路灯'.repeat(20_000);
    const { rows } = await sql<{
      length: number;
    }>`select length(${wordsVector(long)}::tsvector) as length`.execute(db);
    // 路灯, 灯路 and the last 灯 by itself.
    expect(rows[0]?.length).toBe(3);
  });
});
