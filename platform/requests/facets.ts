import { formatFilter } from '@district/contract/filter/format.ts';
import { parseFilter } from '@district/contract/filter/parse.ts';
import { FACET_VALUES_MAX } from '@district/contract/limits.ts';
import type { RequestFacets } from '@district/contract/types.ts';
import { FACETS, type Facet } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { filterPredicate, lightColumn } from './filter-sql.ts';
import { termsFor } from './list.ts';
import { seesRatings } from './ratings.ts';

interface FacetsQuery {
  q: string;
  by?: string | undefined;
  limit: number;
}

type FacetValue = RequestFacets['facets'][number]['values'][number];

/** What is counted, under the name of the facet. */
const COLUMNS: Readonly<Record<Exclude<Facet, 'light' | 'community'>, string>> = {
  state: 'state',
  to: 'lead',
  street: 'street',
  category: 'category',
  item: 'item',
  source: 'source',
  approval: 'open_approval',
  rating: 'rating',
};

/**
 * Counts in one query over the first rows of the list by deadline, as many as the limit says: what it costs does not grow with the
 * district's history. Beyond the limit every count is the least that there are.
 */
export async function countRequests(
  services: Services,
  operator: Operator,
  query: FacetsQuery,
): Promise<RequestFacets> {
  const now = services.clock.now();
  const wanted = wantedFacets(operator, query.by);
  const columns = wanted.map((facet) => sql`${columnOf(facet, now)} as ${sql.ref(facet)}`);
  const names = wanted.map((facet) => sql.ref(facet));
  const { rows } = await sql<Record<string, string | number | null>>`
    with listed as materialized (
      select ${sql.join(columns)} from requests
      where ${requestScope(operator)} and ${filterPredicate(termsFor(operator, query.q), now)}
      order by requests.due_key asc, requests.id desc limit ${query.limit + 1}),
    counted as (select * from listed limit ${query.limit})
    select ${sql.join(names)}, grouping(${sql.join(names)}) as grouped, count(*)::int as count,
      (select count(*) from listed)::int as listed
    from counted group by grouping sets (${sql.join(names.map((name) => sql`(${name})`))})`.execute(
    services.db,
  );
  const listed = Number(rows[0]?.['listed'] ?? 0);
  return {
    counted: Math.min(listed, query.limit),
    capped: listed > query.limit,
    facets: wanted.map((by, at) => {
      // One bit a column, the first one highest; a column that a row was not grouped by has its bit set.
      const mask = 2 ** wanted.length - 1 - 2 ** (wanted.length - 1 - at);
      const counts = rows.filter((row) => row['grouped'] === mask);
      const values = counts.map((row) => valueOf(by, row[by], Number(row['count']), services.dictionaries));
      const sorted = values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return { by, values: sorted.slice(0, FACET_VALUES_MAX) };
    }),
  };
}

function columnOf(facet: Facet, now: Date): RawBuilder<unknown> {
  if (facet === 'light') return lightColumn(now);
  // A request whose community is not known is kept under its street.
  if (facet === 'community') return sql`nullif(requests.region, requests.street)`;
  return sql`requests.${sql.ref(COLUMNS[facet])}`;
}

function wantedFacets(operator: Operator, by: string | undefined): Facet[] {
  const open = FACETS.filter((facet) => facet !== 'rating' || seesRatings(operator));
  if (by === undefined || by === '') return open;
  const words = by.split(',');
  const unknown = words.find((word) => !(open as readonly string[]).includes(word));
  if (unknown === undefined) return [...new Set(words)] as Facet[];
  const message = `is none of ${open.join(', ')}`;
  throw new ProblemError('invalid', `Nothing can be counted by “${unknown}”: it ${message}.`, {
    fields: [{ path: 'by', message }],
  });
}

function valueOf(by: Facet, found: unknown, count: number, dictionaries: Dictionaries): FacetValue {
  const value = found === null || found === undefined ? 'none' : String(found);
  const [nameZh, nameEn] = value === 'none' ? [null, null] : namesOf(by, value, dictionaries);
  return { value, nameZh, nameEn, count, term: termOf(by, value) };
}

function namesOf(by: Facet, value: string, { agencies, regions, items, unit }: Dictionaries) {
  if (by === 'item') return [items.get(value)?.name_zh ?? null, items.get(value)?.name_en ?? null] as const;
  if (by === 'street' || by === 'community') return [regions.get(value)?.name ?? null, null] as const;
  if (by !== 'to') return [null, null] as const;
  const agency = agencies.get(value.replace(/^agency:/, ''));
  return agency ? ([agency.short_zh, agency.name_en] as const) : ([unit(value).name, null] as const);
}

/** As a person would type it, and as it is read again. */
function termOf(by: Facet, value: string): string {
  const parsed = parseFilter(`${by}:"${value}"`);
  return parsed.ok ? formatFilter(parsed.terms) : `${by}:${value}`;
}
