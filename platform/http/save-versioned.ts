import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader, Writer } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { ProblemError } from './problem.ts';

type VersionedTable = 'approval_settings' | 'paging_steps' | 'rectification_settings' | 'reply_templates';
type Row<Table extends VersionedTable> = Selectable<Schema[Table]> & { version: number };

/** One thing that people set, and set anew: a row with a version. */
export interface Versioned<Table extends VersionedTable> {
  table: Table;
  key: Partial<Row<Table>>;
  /** What a sentence about it begins with, such as `Step 2`. */
  name: string;
  /** Who set it when; null in rows that are older than the record of it. */
  setBy(row: Row<Table>): { by: string | null; at: Date | null };
}

/**
 * Sets a thing that is still as whoever sets it has seen it: at that version, or not there (0), or whatever it is (`any`). Of two at once
 * one wins, and the other gets 412 with what there is now and who made it so. `before` is what was replaced.
 */
export async function saveVersioned<Table extends VersionedTable>(
  db: Writer,
  thing: Versioned<Table>,
  seen: number | 'any',
  valuesOf: (before: Row<Table> | undefined) => Partial<Row<Table>> | Promise<Partial<Row<Table>>>,
): Promise<{ before: Row<Table> | undefined; after: Row<Table> }> {
  // Each turn but the first follows somebody else's success, and `any` alone takes a second one.
  for (;;) {
    const before = await read(db, thing);
    const version = before?.version ?? 0;
    const after =
      seen === 'any' || seen === version
        ? await replace(db, thing, version, await valuesOf(before))
        : undefined;
    if (after) return { before, after };
    if (seen !== 'any') throw changedBetween(thing, await read(db, thing));
  }
}

async function read<Table extends VersionedTable>(
  db: Reader,
  thing: Versioned<Table>,
): Promise<Row<Table> | undefined> {
  const { rows } = await sql<
    Row<Table>
  >`select * from ${sql.table(thing.table)} where ${isKey(thing)}`.execute(db);
  return rows[0];
}

/** The statement that writes compares the version too: what was read before it may be over by then. */
async function replace<Table extends VersionedTable>(
  db: Writer,
  thing: Versioned<Table>,
  version: number,
  values: Partial<Row<Table>>,
): Promise<Row<Table> | undefined> {
  const table = sql.table(thing.table);
  const columns = Object.entries({ ...thing.key, ...values, version: version + 1 });
  const names = sql.join(columns.map(([column]) => sql.ref(column)));
  const given = sql.join(columns.map(([, value]) => value));
  const { rows } = await (version === 0
    ? sql<Row<Table>>`insert into ${table} (${names}) values (${given}) on conflict do nothing returning *`
    : sql<Row<Table>>`update ${table} set (${names}) = row(${given})
        where ${isKey(thing)} and version = ${version} returning *`
  ).execute(db);
  return rows[0];
}

function isKey<Table extends VersionedTable>({ key }: Versioned<Table>): RawBuilder<boolean> {
  const parts = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** What whoever comes second is told. */
export function changedBetween<Table extends VersionedTable>(
  { name, setBy }: Versioned<Table>,
  now: Row<Table> | undefined,
): ProblemError {
  if (now === undefined)
    return new ProblemError('version_mismatch', `${name} is not there any more: look again, then decide.`);
  const { by, at } = setBy(now);
  const detail = `${name} was set${by === null ? '' : ` by ${by}`} in between: look at it again, then decide.`;
  if (at === null) return new ProblemError('version_mismatch', detail);
  return new ProblemError('version_mismatch', detail, {
    current: {
      state: 'set',
      version: now.version,
      changedBy: by,
      changedAt: at.toISOString(),
      lastAction: 'set',
    },
  });
}
