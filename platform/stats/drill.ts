import { parseFilter } from '@district/contract/filter/parse.ts';
import { STREET_DIGITS } from '@district/contract/region-code.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import type { Period } from './period.ts';

/** The filter that lists exactly what was received; null where it would be longer than a filter may be. */
export function receivedFilter(q: string, { from, to }: Period, group = ''): string | null {
  const filter = [q, group, `submitted:>=${from}`, `submitted:<=${to}`, '-is:merged']
    .filter(Boolean)
    .join(' ');
  return parseFilter(filter).ok ? filter : null;
}

/** The term that singles one group out among all there are. */
export function groupTerm(by: StatsBy, key: string | null, keys: readonly (string | null)[]): string {
  const others = keys.filter((other) => other !== null);
  if (by === 'month') return '';
  if (by === 'agency') {
    if (key !== null) return `to:agency:${key}`;
    return others.length === 0 ? '' : `-to:${others.map((id) => `agency:${id}`).join(',')}`;
  }
  // Filed for the street, the community not being known.
  if (by === 'community' && key !== null && isWholeStreet(key)) return `street:${key} community:none`;
  return `${by}:${key}`;
}

function isWholeStreet(code: string): boolean {
  return /^0*$/.test(code.slice(STREET_DIGITS));
}
