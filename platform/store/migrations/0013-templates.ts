import { type Kysely, sql } from 'kysely';

/** Texts that are used again; `district` is the prefix of whoever keeps them, so that a city's are its districts' as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table reply_templates (
         district text collate "C" not null, name text collate "C" not null, field text not null, text text not null,
         by_name text not null, at timestamptz not null, version int not null, primary key (district, name))`,
    )
    .execute(db);
}
