import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../harness/database.ts';

test('a connection that the server ends between two statements fails its transaction and nothing else', async () => {
  const { db } = await freshDatabase();
  const transaction = db.transaction().execute(async (writer) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(writer);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(db);
    await sql`select 1`.execute(writer);
  });
  await expect(transaction).rejects.toThrow(/terminat|connection/i);
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
  expect(rows).toEqual([{ one: 1 }]);
});
