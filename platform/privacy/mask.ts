import { type RawBuilder, sql } from 'kysely';

/** Masks are part of the query: what a person may not see never leaves the database. */

/** 张建国 → 张** */
export function maskedName(column: string): RawBuilder<string | null> {
  const name = sql.ref(column);
  return sql`left(${name}, 1) || repeat('*', greatest(char_length(${name}) - 1, 1))`;
}

/** 13800001234 → 138****1234 */
export function maskedPhone(column: string): RawBuilder<string | null> {
  const phone = sql.ref(column);
  return sql`case when char_length(${phone}) >= 8 then left(${phone}, 3) || repeat('*', char_length(${phone}) - 7) || right(${phone}, 4)
    else repeat('*', char_length(${phone})) end`;
}

/** 3号楼2单元501室 → *号楼*单元***室: the place stays recognisable, the door does not. */
export function maskedAddress(column: string): RawBuilder<string | null> {
  return sql`regexp_replace(${sql.ref(column)}, '[0-9０-９]', '*', 'g')`;
}
