import { districtOf, type Operator } from '../access/operator.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import type { Writer } from '../store/database.ts';
import type { Asking } from './device-codes.ts';

/** The chain of what belongs to no district, such as a sign-in under a name that nobody has. */
const NO_DISTRICT = 'platform';
/** Characters of a name nobody has that are kept: people type passwords into the field above. */
const UNKNOWN_NAME_SHOWN = 2;

export interface Happening {
  /** noun.verb. */
  action: string;
  object: string;
  after?: unknown;
}

/** Enters into the audit what a person did on a page, or what they were refused. Nothing typed gets in: no password, no code, no whole name. */
export async function note(
  { db, clock }: Pick<Services, 'clock'> & { db: Services['db'] | Writer },
  { seen, requestId }: Asking,
  operator: Operator | null,
  happening: Happening,
): Promise<void> {
  const district = operator === null ? NO_DISTRICT : districtOf(operator);
  const actor = { operator, address: seen.address, requestId, at: clock.now() };
  await appendAudit(db as Writer, actor, { district, ...happening });
}

/** As much of a typed name as tells one mistake from another. */
export function shownName(typed: string): string {
  return `${[...typed].slice(0, UNKNOWN_NAME_SHOWN).join('')}…`;
}
