import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { preparing } from './preparing.ts';
import type { Schema } from './schema.ts';

/** Connections of one platform process: under the embedded database's 50, with room for jobs, the listener and a person's psql. */
const CONNECTIONS_MAX = 10;
/** A statement over this is a mistake or an attack: the slowest honest one takes under a second at a million requests. */
const STATEMENT_TIMEOUT_MS = 15_000;
/** Waiting longer for a connection than this, a person has already pressed the key again. */
const CONNECT_TIMEOUT_MS = 5_000;

export type Database = Kysely<Schema>;
export type Reader = Kysely<Schema> | Transaction<Schema>;
export type Writer = Transaction<Schema>;

/** int8 arrives as a number: our largest counter stays far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
/** Sessions run in UTC, so the text of an instant is one that Date reads; the library's own parser takes four times as long. */
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  text === 'infinity' ? Number.POSITIVE_INFINITY : new Date(text),
);

export interface OpenDatabase {
  db: Database;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool; `connection` is what node-postgres takes, a connection string or its parts. `onQuery` sees each statement, for counting and for measuring it alone. */
export function openDatabase(
  connection: pg.PoolConfig,
  onQuery?: (sql: string, parameters: readonly unknown[]) => void,
): OpenDatabase {
  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: '-c timezone=UTC',
  });
  // A connection that dies (the server restarted) is replaced on next use, and whoever used it hears so from their statement; without a
  // listener, also between two statements of a transaction, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({ pool: preparing(pool) });
  const db = new Kysely<Schema>(
    onQuery ? { dialect, log: (event) => onQuery(event.query.sql, event.query.parameters) } : { dialect },
  );
  return { db, pool, close: () => db.destroy() };
}
