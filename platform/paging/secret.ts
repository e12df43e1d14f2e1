import type { Keys } from '../sealing/keys.ts';
import type { Place, SealingKey } from '../sealing/sealing-key.ts';
import type { PagingStepRow } from '../store/schema/triage.ts';

type Step = Pick<PagingStepRow, 'district' | 'step'>;

function placeOf({ district, step }: Step): Place {
  return { table: 'paging_steps', column: 'secret', district, id: String(step) };
}

export function sealSecret(key: SealingKey, step: Step, secret: string): string {
  return key.seal(secret, placeOf(step));
}

export function openSecret(keys: Keys, step: Pick<PagingStepRow, 'district' | 'step' | 'secret'>): string {
  return keys.open(step.secret, placeOf(step));
}
