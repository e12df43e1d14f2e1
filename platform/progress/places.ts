import { nearest } from '@district/contract/filter/nearest.ts';
import { isWithin, regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import type { Operator } from '../access/operator.ts';
import type { DatasetRow, Dictionaries } from '../dictionaries/dictionaries.ts';
import { ProblemError } from '../http/problem.ts';

/** The prefix of the region asked about, one's own when none is named. Outside one's subtree it does not exist. */
export function prefixAsked(
  operator: Operator,
  code: string | undefined,
  { regions, region }: Dictionaries,
): string {
  if (code === undefined) return operator.region;
  const prefix = regionPrefix(code);
  if (prefix !== undefined && isWithin(code, operator.region) && regions.has(code)) return prefix;
  const own = wholeRegionCode(operator.region);
  throw new ProblemError(
    'not_found',
    `There is no region ${code} within your own, ${own} ${region(own).name}: district regions list shows those there are.`,
  );
}

/** The dataset asked about; a misspelt one is answered with the nearest. */
export function datasetAsked(id: string, { datasets }: Dictionaries): DatasetRow {
  const found = datasets.get(id);
  if (found) return found;
  const suggestion = nearest(id, [...datasets.keys()]);
  const known = [...datasets.keys()].join(', ');
  throw new ProblemError(
    'invalid',
    `There is no dataset ${JSON.stringify(id)}${suggestion === undefined ? `; known: ${known}.` : `: did you mean ${suggestion}?`}`,
    {
      fields: [
        {
          path: 'dataset',
          message: `no dataset ${JSON.stringify(id)}`,
          ...(suggestion !== undefined && { suggestion }),
        },
      ],
    },
  );
}

/** A dataset and its unit as they stand in an answer. */
export function datasetRef({ id, name_zh, name_en, short_zh, unit }: DatasetRow) {
  return { dataset: { id, nameZh: name_zh, nameEn: name_en, shortZh: short_zh }, unit };
}
