import type { ProblemCode } from '@district/contract/problems.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import { appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import type { Reader } from '../store/database.ts';
import type { Asking } from './device-codes.ts';

/** Characters of a name nobody has that are kept: people type passwords into the field above. */
const UNKNOWN_NAME_SHOWN = 2;

export interface Happening {
  /** noun.verb. */
  action: string;
  object: string;
  after?: unknown;
}

/** Enters into the audit what a person did on a page. Nothing typed gets in: no password, no code. */
export async function note(
  db: Reader,
  { clock }: Pick<Services, 'clock'>,
  { seen, requestId }: Asking,
  operator: Operator,
  happening: Happening,
): Promise<void> {
  const actor = { operator, address: seen.address, requestId, at: clock.now() };
  await appendAudit(db, actor, { district: districtOf(operator), ...happening });
}

/** Enters a sign-in that was refused; an attack's are counted together. Of a name that nobody has, its beginning is kept. */
export function noteRefused(
  { audit }: Pick<Services, 'audit'>,
  { seen, requestId }: Asking,
  operator: Operator | null,
  typed: string,
  code: ProblemCode,
): void {
  audit.refusals.note({
    actor: { operator, address: seen.address, requestId },
    action: 'sessions.sign_in',
    object: operator?.id ?? `${[...typed].slice(0, UNKNOWN_NAME_SHOWN).join('')}…`,
    code,
  });
}
