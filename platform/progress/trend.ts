import { wholeRegionCode } from '@district/contract/region-code.ts';
import type { ProgressTrend } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { groupsOf } from './counts.ts';
import { reckoningOf, rounded, shareOf, talliesOf } from './figures.ts';
import { datasetAsked, datasetRef, prefixAsked } from './places.ts';
import { coverageOf, expectedOfAll, targetOf } from './rules.ts';

interface Query {
  region?: string | undefined;
  dataset: string;
  days: number;
}

/** One dataset of one region at the end of each finished working day. */
export async function progressTrend(
  services: Services,
  operator: Operator,
  query: Query,
): Promise<ProgressTrend> {
  const { db, clock, calendar, dictionaries } = services;
  const prefix = prefixAsked(operator, query.region, dictionaries);
  const dataset = datasetAsked(query.dataset, dictionaries);
  const now = clock.now();
  const today = dateOf(now);
  const groups = await groupsOf(db, { prefix, by: 'dataset', dataset: dataset.id });
  const reckoning = reckoningOf(groups, today, calendar);
  const [group] = groups;
  const target = group ? targetOf(group.tasks) : 0;
  return {
    asOf: now.toISOString(),
    region: dictionaries.region(wholeRegionCode(prefix)),
    ...datasetRef(dataset),
    target,
    points: group
      ? talliesOf(group, reckoning)
          .slice(-query.days)
          .map(({ date, entered, accurate }) => ({
            date,
            entered,
            actual: rounded(coverageOf(entered, target)),
            expected: rounded(expectedOfAll(group.tasks, date, reckoning.days)),
            accuracy: shareOf(accurate, entered),
          }))
      : [],
  };
}
