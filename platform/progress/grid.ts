import { wholeRegionCode } from '@district/contract/region-code.ts';
import type { ProgressCell, ProgressGrid, ProgressGridRow } from '@district/contract/types.ts';
import { VERDICTS } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import { dateOf } from '../calendar/plain-date.ts';
import { datasetOf } from '../dictionaries/routes.ts';
import type { Services } from '../http/environment.ts';
import { type Group, groupsOf } from './counts.ts';
import { figuresOf, reckoningOf, shareOf } from './figures.ts';
import { prefixAsked } from './places.ts';
import { rolloutOf } from './rollout.ts';

/** Digits from which on a prefix names a street, whose communities are shown. */
const STREET_DIGITS = 9;

export async function progressGrid(
  services: Services,
  operator: Operator,
  region: string | undefined,
): Promise<ProgressGrid> {
  const { db, clock, calendar, dictionaries } = services;
  const prefix = prefixAsked(operator, region, dictionaries);
  const by = prefix.length < STREET_DIGITS ? 'street' : 'community';
  const now = clock.now();
  const today = dateOf(now);
  const [groups, states] = await Promise.all([
    groupsOf(db, { prefix, by, dataset: undefined }),
    rolloutOf(db, prefix),
  ]);
  const reckoning = reckoningOf(groups, today, calendar);
  const datasets = [...dictionaries.datasets.values()];
  const rows = [...Map.groupBy(groups, ({ place }) => place)].map(([place, ofPlace]): ProgressGridRow => {
    const byDataset = new Map(ofPlace.map((group) => [group.dataset, group]));
    const cells = datasets.flatMap(({ id }) => {
      const group = byDataset.get(id);
      return group ? [{ dataset: id, ...figuresOf(group, reckoning) }] : [];
    });
    return {
      region: dictionaries.region(place),
      state: states.get(place) ?? 'not_installed',
      accuracy: accuracyOf(ofPlace),
      ...worstOf(cells),
      cells,
    };
  });
  return {
    asOf: now.toISOString(),
    region: dictionaries.region(wholeRegionCode(prefix)),
    datasets: datasets.map(datasetOf),
    rows: rows.toSorted(worstFirst),
  };
}

/** By verdict, then by the widest gap of any dataset, then by code. */
function worstFirst(a: ProgressGridRow, b: ProgressGridRow): number {
  const widest = ({ cells }: ProgressGridRow) => Math.min(...cells.map(({ gap }) => gap));
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    widest(a) - widest(b) ||
    (a.region.code < b.region.code ? -1 : 1)
  );
}

function accuracyOf(groups: readonly Group[]): number | null {
  let [entered, accurate] = [0, 0];
  for (const { totals } of groups) {
    entered += totals.entered;
    accurate += totals.accurate;
  }
  return shareOf(accurate, entered);
}

/** A place is as far as its slowest dataset: figures of different units do not add up. */
function worstOf(cells: readonly ProgressCell[]) {
  const verdicts = cells.map(({ verdict }) => verdict);
  const unfinished = cells.filter(({ entered, target }) => entered < target);
  const behind = unfinished.filter(({ verdict }) => verdict === 'behind');
  // Where something is behind, that is what is waited for; the few social organisations of a community have no pace most weeks.
  const awaited = behind.length > 0 ? behind : unfinished;
  return {
    verdict: VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? ('not_started' as const),
    behindSince: first(cells.map(({ behindSince }) => behindSince)),
    forecastAt: last(awaited.map(({ forecastAt }) => forecastAt)),
    dueDate: last(cells.map(({ dueDate }) => dueDate)) ?? '',
  };
}

function sorted(dates: readonly (string | null)[]): string[] {
  return dates.filter((date) => date !== null).sort();
}

function first(dates: readonly (string | null)[]): string | null {
  return sorted(dates)[0] ?? null;
}

function last(dates: readonly (string | null)[]): string | null {
  return sorted(dates).at(-1) ?? null;
}
