import { type Kysely, sql } from 'kysely';

/** Data entry: what is entered (datasets), where and until when (tasks), how far (counts a day), and how far each place is with the platform. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table datasets (id text collate "C" primary key, position int not null unique,
     name_zh text not null, name_en text not null, short_zh text not null, unit jsonb not null, required_fields jsonb not null,
     restricted boolean not null, valid_from text not null, valid_to text, successors text[] not null default '{}')`,
  `create table rollout (
     district text collate "C" not null, region text collate "C" not null, street text collate "C" not null,
     state text not null, since text collate "C", primary key (district, region))`,
  `create table entry_tasks (
     district text collate "C" not null, region text collate "C" not null, dataset text collate "C" not null references datasets,
     street text collate "C" not null, target int not null check (target >= 0), target_source_zh text not null,
     start_date text collate "C", due_date text collate "C" not null,
     primary key (district, region, dataset), check (start_date <= due_date))`,
  // What a day added: days without entering have no row, and a correction of older records may be negative.
  `create table entry_counts (
     district text collate "C" not null, region text collate "C" not null, dataset text collate "C" not null,
     date text collate "C" not null, street text collate "C" not null,
     entered int not null, complete int not null, accurate int not null, on_time int not null,
     primary key (district, region, dataset, date),
     foreign key (district, region, dataset) references entry_tasks (district, region, dataset))`,
];
