import type { Failure } from './operation.ts';

/** Failures of the road: the platform may or may not have heard, so asking again, a write under the same key, is the cure. */
const ROAD_KINDS: readonly string[] = [
  'unreachable',
  'outcome_unknown',
  'timed_out',
  'connection_lost',
  'unavailable',
];

export function isOfTheRoad({ kind }: Pick<Failure, 'kind'>): boolean {
  return ROAD_KINDS.includes(kind);
}
