import type { RolloutState } from '@district/contract/vocabulary.ts';
import { regionScope } from '../access/scope.ts';
import type { Reader } from '../store/database.ts';

/** How far each street and community of a subtree is with the platform. */
export async function rolloutOf(db: Reader, prefix: string): Promise<Map<string, RolloutState>> {
  const rows = await db
    .selectFrom('rollout')
    .select(['region', 'state'])
    .where(regionScope(prefix, 'rollout'))
    .execute();
  return new Map(rows.map(({ region, state }) => [region, state]));
}
