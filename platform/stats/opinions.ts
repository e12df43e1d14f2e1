import { RATINGS_TOGETHER_MIN } from '@district/contract/limits.ts';

/**
 * Which groups of a table must not show how their residents rated, by how many did: those with fewer than five, and as many more,
 * fewest first, as it takes until the total minus those shown is five or more together.
 */
export function withheldGroups(opinions: readonly number[]): ReadonlySet<number> {
  const fewestFirst = opinions.map((count, group) => ({ count, group })).sort((a, b) => a.count - b.count);
  const withheld = new Set<number>();
  let together = 0;
  for (const { count, group } of fewestFirst) {
    if (count === 0) continue;
    if (count >= RATINGS_TOGETHER_MIN && (together === 0 || together >= RATINGS_TOGETHER_MIN)) break;
    withheld.add(group);
    together += count;
  }
  return withheld;
}
