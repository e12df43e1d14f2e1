import { formatUnit, type Unit } from '@district/contract/assignee.ts';
import type {
  Comparison,
  FilterDate,
  FilterTerm,
  FilterTest,
  IsValue,
} from '@district/contract/filter/terms.ts';
import { nextRegionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import { type Light, OPEN_STATES, type RequestState } from '@district/contract/vocabulary.ts';
import { subHours } from 'date-fns/subHours';
import { type RawBuilder, sql } from 'kysely';
import { addDays, dateOf, endOfDay, startOfDay } from '../calendar/plain-date.ts';
import { wordsQuery } from './bigrams.ts';

type Predicate = RawBuilder<boolean>;

const NEVER = sql<boolean>`false`;

/**
 * One predicate over `requests` for a parsed filter at an instant; terms are joined by and, the values of a term by or. What is asked of a
 * column that holds nothing is null, which leaves the row out; only a negated term has to turn it into a plain no, which no index serves.
 */
export function filterPredicate(terms: readonly FilterTerm[], now: Date): Predicate {
  const predicates = terms.map((term) =>
    term.negated ? sql<boolean>`not coalesce(${testPredicate(term, now)}, false)` : testPredicate(term, now),
  );
  return predicates.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(predicates, sql` and `)})`;
}

function testPredicate(test: FilterTest, now: Date): Predicate {
  switch (test.key) {
    case 'is':
      return anyOf(test.values.map((value) => isPredicate(value, now)));
    case 'light':
      return anyOf(test.values.map((value) => lightPredicate(value, now)));
    case 'state':
      return statePredicate(test.values);
    case 'category':
    case 'item':
    case 'source':
      return among(sql`requests.${sql.ref(test.key)}`, test.values);
    case 'approval':
      return anyOrNone('open_approval', test.values);
    case 'rating':
      return anyOrNone('rating', test.values);
    case 'no':
      return anyOf(test.values.map(numberPredicate));
    case 'external':
      return anyOf(test.values.map((value) => startsWith(sql`requests.external_no`, value)));
    case 'region':
      return anyOf(test.values.map(regionPredicate));
    case 'to':
      return anyOf(test.values.map(leadPredicate));
    case 'assistant':
      return anyOf(test.values.map(assistantPredicate));
    case 'unit':
      return anyOf(test.values.map(unitPredicate));
    case 'age':
      return compare(sql`requests.submitted_at`, flip(test.comparison), subHours(now, test.hours));
    case 'idle':
      return compare(sql`requests.last_action_at`, flip(test.comparison), subHours(now, test.hours));
    case 'due':
    case 'statutory':
    case 'submitted':
    case 'acted':
      return datePredicate(test.key, test.comparison, dayOf(test.date, now));
    case 'returns':
    case 'reminders':
    case 'round':
      return compare(sql`requests.${sql.ref(test.key)}`, test.comparison, test.count);
    case 'text':
      return anyOf(test.values.map(textPredicate));
  }
}

/** With `open` said beside states that are open, the indexes of open requests serve. */
function statePredicate(states: readonly RequestState[]): Predicate {
  const isOpen = states.every((state) => (OPEN_STATES as readonly RequestState[]).includes(state));
  const one = among(sql`requests.state`, states);
  return isOpen ? sql<boolean>`(requests.open and ${one})` : one;
}

/** `none` among the values stands for a column that holds nothing. */
function anyOrNone(column: 'open_approval' | 'rating', values: readonly string[]): Predicate {
  const ref = sql`requests.${sql.ref(column)}`;
  const one = among(ref, values);
  return values.includes('none') ? sql<boolean>`(${one} or ${ref} is null)` : one;
}

/** A single value is an equality: the order of an index then holds behind it. */
function among(column: RawBuilder<unknown>, values: readonly string[]): Predicate {
  return values.length === 1
    ? sql<boolean>`${column} = ${values[0]}`
    : sql<boolean>`${column} = any(${values})`;
}

/** What a whole number of ours looks like: anything shorter is the beginning of one. */
const WHOLE_NUMBER = /^[A-Z]{2}\d{6}-\d{4,6}$/;

function numberPredicate(value: string): Predicate {
  return WHOLE_NUMBER.test(value)
    ? sql<boolean>`requests.no = ${value}`
    : startsWith(sql`requests.no`, value);
}

/** A range in "C" order, which an index serves whatever the parameter is. Text is UTF-8: no character is above the last. */
function startsWith(column: RawBuilder<unknown>, prefix: string): Predicate {
  return sql<boolean>`(${column} >= ${prefix} and ${column} < ${`${prefix}${LAST_CHARACTER}`})`;
}

const LAST_CHARACTER = '\u{10ffff}';

function anyOf(predicates: readonly Predicate[]): Predicate {
  return sql<boolean>`(${sql.join(predicates, sql` or `)})`;
}

function leadPredicate(unit: Unit | 'none'): Predicate {
  if (unit === 'none') return sql<boolean>`requests.lead is null`;
  return sql<boolean>`requests.lead = ${formatUnit(unit)}`;
}

function assistantPredicate(unit: Unit | 'none'): Predicate {
  if (unit === 'none') return sql<boolean>`requests.assistants = '{}'`;
  return sql<boolean>`requests.assistants @> array[${formatUnit(unit)}]`;
}

/** At work on it, leading or assisting; `none` when nobody is. */
function unitPredicate(unit: Unit | 'none'): Predicate {
  const joint = unit === 'none' ? sql` and ` : sql` or `;
  return sql<boolean>`(${leadPredicate(unit)}${joint}${assistantPredicate(unit)})`;
}

/** A paused clock shows the moment it stopped. */
export function clockAt(now: Date): RawBuilder<Date> {
  return sql<Date>`coalesce(requests.paused_since, ${now}::timestamptz)`;
}

export function overdue(now: Date, column: RawBuilder<unknown>): Predicate {
  return sql<boolean>`(requests.open and requests.due_key <= ${now} and coalesce(${column} <= ${clockAt(now)}, false))`;
}

function isPredicate(value: IsValue, now: Date): Predicate {
  switch (value) {
    case 'open':
      return sql<boolean>`requests.open`;
    case 'finished':
      return sql<boolean>`not requests.open`;
    case 'overdue':
      return overdue(now, sql`requests.promised_due_at`);
    case 'overdue-statutory':
      return overdue(now, sql`requests.statutory_due_at`);
    case 'due-today':
      return sql<boolean>`(requests.open and requests.paused_since is null and requests.due_key > ${now} and requests.due_key <= ${endOfDay(dateOf(now))})`;
    case 'unassigned':
      return sql<boolean>`(requests.open and requests.lead is null)`;
    case 'urgent':
      return sql<boolean>`requests.urgent`;
    case 'vulnerable':
      return sql<boolean>`requests.vulnerable`;
    case 'returned':
      return sql<boolean>`requests.returns > 0`;
    case 'arbitration':
      return sql<boolean>`(requests.open and requests.arbitration)`;
    case 'awaiting-approval':
      return sql<boolean>`(requests.open_approval is not null)`;
    case 'provisional':
      return sql<boolean>`requests.provisional`;
    case 'rectification':
      return sql<boolean>`(requests.rectification in ('open', 'under_way'))`;
    case 'reopened':
      return sql<boolean>`requests.round > 1`;
    case 'merged':
      return sql<boolean>`(requests.merged_into is not null)`;
    case 'claimed':
      return sql<boolean>`(requests.open and coalesce(requests.claimed_until > ${now}, false))`;
  }
}

/** Nobody owes an answer to a finished request: it has no light. */
function lightPredicate(light: Light | 'none', now: Date): Predicate {
  if (light === 'none') return sql<boolean>`not requests.open`;
  const { red, yellow } = turned(now);
  if (light === 'red') return overdue(now, sql`requests.promised_due_at`);
  if (light === 'yellow') return sql<boolean>`(requests.open and ${yellow} and not ${red})`;
  return sql<boolean>`(requests.open and not ${yellow} and not ${red})`;
}

/** The light as a column; null once it is finished. */
export function lightColumn(now: Date): RawBuilder<Light | null> {
  const { red, yellow } = turned(now);
  return sql<Light | null>`case when not requests.open then null when ${red} then 'red' when ${yellow} then 'yellow' else 'green' end`;
}

function turned(now: Date): { red: Predicate; yellow: Predicate } {
  return {
    red: sql<boolean>`coalesce(requests.promised_due_at <= ${clockAt(now)}, false)`,
    yellow: sql<boolean>`coalesce(requests.yellow_at <= ${clockAt(now)}, false)`,
  };
}

/** Columns by the digits of a prefix: a whole street or community is an equality, which the indexes can use. */
function regionPredicate(prefix: string): Predicate {
  if (prefix === 'none') return sql<boolean>`requests.region = requests.street`;
  if (prefix.length === 12) return sql<boolean>`requests.region = ${prefix}`;
  if (prefix.length === 9) return sql<boolean>`requests.street = ${wholeRegionCode(prefix)}`;
  if (prefix.length === 6) return sql<boolean>`requests.district = ${prefix}`;
  return sql<boolean>`(requests.district >= ${prefix} and requests.district < ${nextRegionPrefix(prefix)})`;
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '=': '<=',
  '>=': '<=',
  '>': '<',
};

/** Older means submitted earlier; `age:3d` means at least that. */
function flip(comparison: Comparison): Comparison {
  return FLIPPED[comparison];
}

function compare(column: RawBuilder<unknown>, comparison: Comparison, value: Date | number): Predicate {
  return sql<boolean>`${column} ${sql.raw(comparison)} ${value}`;
}

const DATE_COLUMNS = {
  due: 'promised_due_at',
  statutory: 'statutory_due_at',
  submitted: 'submitted_at',
  acted: 'last_action_at',
} as const;

function datePredicate(key: FilterDate, comparison: Comparison, date: string): Predicate {
  const endsDay = key === 'due' || key === 'statutory';
  return compareDate(sql`requests.${sql.ref(DATE_COLUMNS[key])}`, comparison, date, endsDay);
}

const NAMED: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

function dayOf(date: string, now: Date): string {
  const days = NAMED[date];
  return days === undefined ? date : addDays(dateOf(now), days);
}

/** Compares with a whole day; a due at 24:00 belongs to the day it ends, so its bounds are open on the left. */
function compareDate(
  column: RawBuilder<unknown>,
  comparison: Comparison,
  date: string,
  endsDay: boolean,
): Predicate {
  const start = startOfDay(date);
  const end = endOfDay(date);
  const after = sql.raw(endsDay ? '>' : '>=');
  const until = sql.raw(endsDay ? '<=' : '<');
  switch (comparison) {
    case '<':
      return sql<boolean>`not ${column} ${after} ${start}`;
    case '<=':
      return sql<boolean>`${column} ${until} ${end}`;
    case '=':
      return sql<boolean>`(${column} ${after} ${start} and ${column} ${until} ${end})`;
    case '>=':
      return sql<boolean>`${column} ${after} ${start}`;
    case '>':
      return sql<boolean>`not ${column} ${until} ${end}`;
  }
}

function textPredicate(text: string): Predicate {
  const query = wordsQuery(text);
  return query === undefined ? NEVER : sql<boolean>`requests.words @@ ${query}::tsquery`;
}
