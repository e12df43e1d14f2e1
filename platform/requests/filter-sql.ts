import { formatUnit } from '@district/contract/assignee.ts';
import type { Comparison, FilterTerm, FilterTest, IsValue } from '@district/contract/filter/terms.ts';
import { nextRegionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import type { Light } from '@district/contract/vocabulary.ts';
import { subHours } from 'date-fns/subHours';
import { type RawBuilder, sql } from 'kysely';
import { dateOf, endOfDay, startOfDay } from '../calendar/plain-date.ts';
import { wordsQuery } from './bigrams.ts';

type Predicate = RawBuilder<boolean>;

const NEVER = sql<boolean>`false`;

/** One predicate over `requests` for a parsed filter at an instant; terms are joined by and, the values of a term by or. */
export function filterPredicate(terms: readonly FilterTerm[], now: Date): Predicate {
  const predicates = terms.map((term) =>
    term.negated ? sql<boolean>`not ${testPredicate(term, now)}` : testPredicate(term, now),
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
    case 'category':
    case 'item':
    case 'source':
    case 'no':
      return sql<boolean>`requests.${sql.ref(test.key)} = any(${test.values})`;
    case 'approval':
      return sql<boolean>`coalesce(requests.open_approval = any(${test.values}), false)`;
    case 'region':
      return anyOf(test.values.map(regionPredicate));
    case 'to':
      return anyOf(test.values.map((unit) => (unit === 'none' ? NO_LEAD : leadPredicate(formatUnit(unit)))));
    case 'age':
      return compare(sql`requests.submitted_at`, flip(test.comparison), subHours(now, test.hours));
    case 'due':
      return sql<boolean>`coalesce(${compareDate(sql`requests.promised_due_at`, test.comparison, test.date, true)}, false)`;
    case 'submitted':
      return compareDate(sql`requests.submitted_at`, test.comparison, test.date, false);
    case 'returns':
    case 'round':
      return compare(sql`requests.${sql.ref(test.key)}`, test.comparison, test.count);
    case 'text':
      return textPredicate(test.text);
  }
}

function anyOf(predicates: readonly Predicate[]): Predicate {
  return sql<boolean>`(${sql.join(predicates, sql` or `)})`;
}

const NO_LEAD = sql<boolean>`requests.lead is null`;

function leadPredicate(unit: string): Predicate {
  return sql<boolean>`coalesce(requests.lead = ${unit}, false)`;
}

/** A paused clock shows the moment it stopped. */
function clockAt(now: Date): RawBuilder<Date> {
  return sql<Date>`coalesce(requests.paused_since, ${now}::timestamptz)`;
}

function overdue(now: Date, column: RawBuilder<unknown>): Predicate {
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
    case 'reopened':
      return sql<boolean>`requests.round > 1`;
    case 'merged':
      return sql<boolean>`(requests.merged_into is not null)`;
  }
}

function lightPredicate(light: Light, now: Date): Predicate {
  const red = sql<boolean>`coalesce(requests.promised_due_at <= ${clockAt(now)}, false)`;
  const yellow = sql<boolean>`coalesce(requests.yellow_at <= ${clockAt(now)}, false)`;
  if (light === 'red') return overdue(now, sql`requests.promised_due_at`);
  if (light === 'yellow') return sql<boolean>`(requests.open and ${yellow} and not ${red})`;
  return sql<boolean>`(requests.open and not ${yellow} and not ${red})`;
}

/** Columns by the digits of a prefix: a whole street or community is an equality, which the indexes can use. */
function regionPredicate(prefix: string): Predicate {
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
