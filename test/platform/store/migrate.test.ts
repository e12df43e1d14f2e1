import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../platform/store/migrate.ts';
import { freshDatabase } from '../harness/database.ts';
import { TEST_KEYS } from '../harness/keys.ts';

describe('the schema', () => {
  test('is brought up to date once and stays as it is', async () => {
    const { db } = await freshDatabase();
    await migrate(db, TEST_KEYS);
    await migrate(db, TEST_KEYS);
    const { rows } = await sql<{ tables: string[] }>`
      select array_agg(tablename order by tablename) as tables from pg_tables where schemaname = 'public'`.execute(
      db,
    );
    expect(rows[0]?.tables).toContain('requests');
  });

  test('of a newer version is left alone, with a sentence that says so', async () => {
    const { db } = await freshDatabase();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2027-01-01')`.execute(db);
    await expect(migrate(db, TEST_KEYS)).rejects.toMatchObject({
      kind: 'data_newer',
      message: expect.stringContaining('9999-later'),
    });
  });

  test('keeps the statutory deadline from being the earlier one', async () => {
    const { db } = await freshDatabase();
    const { rows } = await sql<{ checks: string[] }>`
      select array_agg(pg_get_constraintdef(oid)) as checks from pg_constraint
      where conrelid = 'requests'::regclass and contype = 'c'`.execute(db);
    expect(rows[0]?.checks.join()).toContain('statutory_due_at >= promised_due_at');
  });
});
