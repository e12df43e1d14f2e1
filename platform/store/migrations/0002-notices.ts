import { type Kysely, sql } from 'kysely';

/** Households, residents, notices and their deliveries; the same rules as in the first migration. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table households (district text collate "C" not null, id bigint not null, street text collate "C" not null,
     region text collate "C" not null, primary key (district, id))`,
  `create table residents (district text collate "C" not null, id bigint not null, household_id bigint not null,
     street text collate "C" not null, region text collate "C" not null, name text not null, moved_out_at timestamptz,
     primary key (district, id),
     foreign key (district, household_id) references households (district, id))`,
  `create index residents_region on residents (district, region) include (id, household_id) where moved_out_at is null`,
  `create table resident_tokens (district text collate "C" not null, hash text collate "C" not null, resident_id bigint not null,
     primary key (district, hash), foreign key (district, resident_id) references residents (district, id))`,
  `create index resident_tokens_hash on resident_tokens (hash)`,
  `create table notice_numbers (district text collate "C" not null, date text collate "C" not null, last int not null,
     primary key (district, date))`,
  `create table notices (
     district text collate "C" not null, id uuid not null, no text collate "C" not null,
     title text not null, body text not null, regions text[] not null, channels text[] not null, exercise boolean not null,
     state text collate "C" not null, version int not null,
     author_id text collate "C" not null, author_name text not null, approver_name text,
     persons int not null, households int not null, total int not null, delivered int not null, failed int not null,
     created_at timestamptz not null, submitted_at timestamptz, sent_at timestamptz,
     primary key (district, id))`,
  `create unique index notices_no on notices (district, no)`,
  `create index notices_newest on notices (district, created_at desc, id desc)`,
  `create index notices_on_their_way on notices (district, id) where state in ('approved', 'scheduled', 'sending')`,
  `create table notice_steps (
     district text collate "C" not null, notice_id uuid not null, seq int not null, at timestamptz not null,
     action text not null, state_to text not null, by_name text, text text,
     primary key (district, notice_id, seq),
     foreign key (district, notice_id) references notices (district, id))`,
  // No foreign keys: rows come by the hundred thousand from ids just read. Half-filled pages let an outcome be written beside its row.
  `create table deliveries (
     district text collate "C" not null, notice_id uuid not null, resident_id bigint not null,
     state text collate "C" not null, reason text, at timestamptz,
     primary key (district, notice_id, resident_id)) with (fillfactor = 50)`,
  `alter table events add column progress jsonb`,
];
