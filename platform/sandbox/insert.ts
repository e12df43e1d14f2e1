import { sql } from 'kysely';
import type { Writer } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

/**
 * Inserts rows as selected from the table (instants as Date, jsonb as values) in one statement with one parameter: a JSON array that
 * PostgreSQL unpacks by the table's own column types. Far faster than a parameter for each value.
 */
export async function insertMany(db: Writer, table: keyof Schema, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    db,
  );
}
