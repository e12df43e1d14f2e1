import { type Kysely, sql } from 'kysely';

/** Until when a unit may return what it was given; whom alone an event concerns; and who set what a district handles its own way, for whoever sets it at the same time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // What was dispatched before the rule stays returnable: nobody was told of a last day.
  `alter table requests add column return_by timestamptz, add column arbiter text`,
  `update requests set arbiter = coalesce((select decider from approval_settings as s
     where s.district = requests.district and s.kind = 'return'), 'centre') where arbitration`,
  // What one person has put off changes nobody else's screen.
  `alter table events add column only_operator text collate "C"`,
  `alter table approval_settings add column set_by text, add column set_at timestamptz`,
  `alter table rectification_settings add column set_by text, add column set_at timestamptz`,
];
