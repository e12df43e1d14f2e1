import { type Kysely, sql } from 'kysely';

/** Calendars are changed by people: each year counts its versions and names its own paper. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table calendar_years add column version int not null default 1`,
  `update calendar_years set paper = '国务院办公厅关于' || year || '年部分节假日安排的通知' where paper = '国务院办公厅节假日安排'`,
];
