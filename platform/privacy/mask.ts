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

/**
 * 3号楼2单元501室 → *号楼*单元***室, and 三号楼 → *号楼: the place stays recognisable, the door does not. Chinese numerals only before
 * what is numbered in a house, since 三环路 is a street.
 */
export function maskedAddress(column: string): RawBuilder<string | null> {
  const numeral = '一二两三四五六七八九十百千零〇';
  const door = `[${numeral}](?=[${numeral}]*[号栋幢座单楼层室户门])`;
  return sql`regexp_replace(${sql.ref(column)}, ${`[0-9０-９]|${door}`}, '*', 'g')`;
}
