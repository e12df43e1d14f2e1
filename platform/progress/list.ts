import { regionLevel, wholeRegionCode } from '@district/contract/region-code.ts';
import type { ProgressPage, ProgressRow } from '@district/contract/types.ts';
import type { ProgressBy } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { decodeCursor, encodeCursor, page } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { groupsOf } from './counts.ts';
import { figuresOf, reckoningOf } from './figures.ts';
import { datasetAsked, datasetRef, prefixAsked } from './places.ts';
import { rolloutOf } from './rollout.ts';
import { isBehind } from './rules.ts';

interface Query {
  by?: ProgressBy | undefined;
  region?: string | undefined;
  dataset?: string | undefined;
  behind: 'true' | 'false';
  limit: number;
  cursor?: string | undefined;
}

const CURSOR = 'progress';
/** Rows stand by region and then in the order of the datasets; padded, that order sorts as text. */
const DATASET_PLACE_DIGITS = 6;

export async function listProgress(
  services: Services,
  operator: Operator,
  query: Query,
): Promise<ProgressPage> {
  const { db, clock, calendar, dictionaries } = services;
  const after = decodeCursor(CURSOR, query.cursor, 2)?.join(' ');
  const prefix = prefixAsked(operator, query.region, dictionaries);
  const by = byAsked(query.by, prefix);
  const dataset = query.dataset === undefined ? undefined : datasetAsked(query.dataset, dictionaries).id;
  const now = clock.now();
  const today = dateOf(now);
  const [groups, states] = await Promise.all([groupsOf(db, { prefix, by, dataset }), rolloutOf(db, prefix)]);
  const reckoning = reckoningOf(groups, today, calendar);
  const keyOf = (code: string, position: number) =>
    `${code} ${String(position).padStart(DATASET_PLACE_DIGITS, '0')}`;
  const sorted = groups
    .flatMap((group) => {
      const row = dictionaries.datasets.get(group.dataset);
      return row ? [{ key: keyOf(group.place, row.position), group, row }] : [];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const found: { key: string; row: ProgressRow }[] = [];
  for (const { key, group, row } of sorted) {
    if (after !== undefined && key <= after) continue;
    if (found.length > query.limit) break;
    const figures = figuresOf(group, reckoning);
    if (query.behind === 'true' && !isBehind(figures.verdict)) continue;
    const region = dictionaries.region(group.place);
    found.push({
      key,
      row: { region, state: states.get(group.place) ?? null, ...datasetRef(row), ...figures },
    });
  }
  const cursorOf = ({ key }: { key: string }) => encodeCursor(CURSOR, key.split(' '));
  return { ...page(found, query.limit, cursorOf, ({ row }) => row), asOf: now.toISOString() };
}

/** A community has no streets below it, so that a figure by street would pass for the whole street's. */
function byAsked(by: ProgressBy | undefined, prefix: string): ProgressBy {
  const code = wholeRegionCode(prefix);
  const level = regionLevel(code);
  const isCommunity = level === 'community' || level === 'village';
  if (!isCommunity) return by ?? 'street';
  if (by !== 'street') return by ?? 'community';
  throw new ProblemError(
    'invalid',
    `${code} lies below a street: ask by=community or by=dataset, or for its street.`,
  );
}
