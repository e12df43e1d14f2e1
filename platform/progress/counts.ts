import type { ProgressBy } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import { regionScope } from '../access/scope.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Reader } from '../store/database.ts';
import type { Task } from './rules.ts';

export interface Totals {
  entered: number;
  complete: number;
  accurate: number;
  on_time: number;
}

/** What one day added. */
export interface DayAdded {
  date: PlainDate;
  entered: number;
  accurate: number;
}

/** All tasks of one dataset in one place, those with the same dates as one, and what was entered for them. */
export interface Group {
  place: string;
  dataset: string;
  tasks: (Task & { targetSource: string })[];
  totals: Totals;
  /** Oldest first; read when asked for, since a page shows some of the groups. */
  days(): DayAdded[];
}

interface Wanted {
  /** The subtree, shortest prefix. */
  prefix: string;
  by: ProgressBy;
  dataset: string | undefined;
}

/** Tasks and counts, added up by place and dataset: never over datasets, which count different units. */
export async function groupsOf(db: Reader, wanted: Wanted): Promise<Group[]> {
  const [tasks, counts] = await Promise.all([tasksOf(db, wanted), countsOf(db, wanted)]);
  const groups = new Map<string, Group>();
  for (const { place, dataset, target, target_source_zh, start_date, due_date } of tasks) {
    const key = `${place} ${dataset}`;
    const group = groups.get(key) ?? { place, dataset, tasks: [], totals: NOTHING, days: () => [] };
    groups.set(key, group);
    group.tasks.push({ target, targetSource: target_source_zh, startDate: start_date, dueDate: due_date });
  }
  for (const { place, dataset, days, ...totals } of counts) {
    const group = groups.get(`${place} ${dataset}`);
    if (group) Object.assign(group, { totals, days: () => readDays(days) });
  }
  return [...groups.values()];
}

const NOTHING: Totals = { entered: 0, complete: 0, accurate: 0, on_time: 0 };

function placeOf({ by, prefix }: Wanted, alias: string): RawBuilder<string> {
  if (by === 'dataset') return sql<string>`${prefix.padEnd(12, '0')}::text`;
  return sql.ref(`${alias}.${by === 'street' ? 'street' : 'region'}`);
}

/** Tasks with the same dates are one: a street's communities mostly share theirs. */
function tasksOf(db: Reader, wanted: Wanted) {
  return db
    .selectFrom('entry_tasks as t')
    .select(['t.dataset', 't.target_source_zh', 't.start_date', 't.due_date'])
    .select([placeOf(wanted, 't').as('place'), sql<number>`sum(t.target)::int`.as('target')])
    .where(regionScope(wanted.prefix, 't'))
    .$if(wanted.dataset !== undefined, (query) => query.where('t.dataset', '=', wanted.dataset ?? ''))
    .groupBy([sql`5`, 't.dataset', 't.target_source_zh', 't.start_date', 't.due_date'])
    .execute();
}

/**
 * One row a group. Its days come as one text, `date entered accurate` by commas: a row for each would be tens of thousands for a
 * district's communities, and node-postgres takes several times as long to read an array.
 */
function countsOf(db: Reader, wanted: Wanted) {
  return db
    .selectFrom(daysOf(db, wanted).as('d'))
    .select(['d.place', 'd.dataset'])
    .select([
      sql<number>`sum(d.entered)::int`.as('entered'),
      sql<number>`sum(d.complete)::int`.as('complete'),
      sql<number>`sum(d.accurate)::int`.as('accurate'),
      sql<number>`sum(d.on_time)::int`.as('on_time'),
      sql<string>`string_agg(d.date || ' ' || d.entered || ' ' || d.accurate, ',')`.as('days'),
    ])
    .groupBy(['d.place', 'd.dataset'])
    .execute();
}

/** What each day added in each place. A community has one row a day as it is stored; adding single rows up would double its time. */
function daysOf(db: Reader, wanted: Wanted) {
  const rows = db
    .selectFrom('entry_counts as c')
    .select(['c.dataset', 'c.date', placeOf(wanted, 'c').as('place')])
    .where(regionScope(wanted.prefix, 'c'))
    .$if(wanted.dataset !== undefined, (query) => query.where('c.dataset', '=', wanted.dataset ?? ''));
  if (wanted.by === 'community') return rows.select(['c.entered', 'c.complete', 'c.accurate', 'c.on_time']);
  return rows
    .select([added('entered'), added('complete'), added('accurate'), added('on_time')])
    .groupBy([sql`3`, 'c.dataset', 'c.date']);
}

function added<C extends keyof Totals>(column: C) {
  return sql<number>`sum(${sql.ref(`c.${column}`)})::int`.as(column);
}

function readDays(text: string): DayAdded[] {
  const days = text.split(',').map((day) => {
    const [date = '', entered, accurate] = day.split(' ');
    return { date, entered: Number(entered), accurate: Number(accurate) };
  });
  // Sorted here: the database would sort every row by place, dataset and date first, a third of its time.
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}
