import { CLAIM_HOURS } from '@district/contract/limits.ts';
import type { Claim } from '@district/contract/types.ts';
import { addHours } from 'date-fns/addHours';
import type { Operator } from '../access/operator.ts';
import type { RequestRow } from '../store/schema/requests.ts';

export type ClaimFacts = Pick<RequestRow, 'claimed_by' | 'claimed_name' | 'claimed_at' | 'claimed_until'>;

export const NOT_CLAIMED: ClaimFacts = {
  claimed_by: null,
  claimed_name: null,
  claimed_at: null,
  claimed_until: null,
};

/** The claim as it holds at an instant: one that has run out is none, though nobody has wiped it. */
export function claimOf(row: ClaimFacts, operator: Pick<Operator, 'id'>, now: Date): Claim | null {
  const { claimed_by: id, claimed_name: by, claimed_at: since, claimed_until: until } = row;
  if (id === null || by === null || since === null || until === null || until <= now) return null;
  return { by, mine: id === operator.id, since: since.toISOString(), until: until.toISOString() };
}

/** Until when a claim made now holds: a shift's end is the end of what is claimed on it. */
export function claimEnd(at: Date, shiftEnd?: Date): Date {
  const end = addHours(at, CLAIM_HOURS);
  return shiftEnd !== undefined && shiftEnd < end ? shiftEnd : end;
}
