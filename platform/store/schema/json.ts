import type { JSONColumnType } from 'kysely';

/** A jsonb column: written as text, read as the value. */
export type Json<T extends object> = JSONColumnType<T>;
