import type { AuditOutcome } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import type { Reader } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';

/** Who does it, from where, under which HTTP request; null for the platform itself and for residents. */
export interface Actor {
  operator: Operator | null;
  address: string | null;
  requestId: string;
  at: Date;
  /** The session or token, where there is one. */
  bearer?: string | null;
}

/** The chain of what belongs to no district, such as a sign-in under a name that nobody has. */
export const NO_DISTRICT = 'platform';

export interface AuditEntry {
  district: string;
  /** noun.verb, as the operation is called. */
  action: string;
  object: string;
  /** Nothing personal: states, versions, units. */
  before?: unknown;
  after?: unknown;
  /** `done` when not given. */
  outcome?: AuditOutcome;
  /** Of a refusal, the problem's code. */
  code?: string;
  /** Of refusals counted together, how many. */
  count?: number;
}

/** Written in the transaction of the change it tells of: there is no change without its entry. A refusal has no change and no transaction. */
export async function appendAudit(db: Reader, actor: Actor, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      district: entry.district,
      id: uuidV7(actor.at, Math.random),
      at: actor.at,
      operator_id: actor.operator?.id ?? null,
      operator_name: actor.operator?.name ?? null,
      operator_role: actor.operator?.role ?? null,
      operator_region: actor.operator?.region ?? null,
      bearer_id: actor.bearer ?? null,
      action: entry.action,
      object: entry.object,
      outcome: entry.outcome ?? 'done',
      code: entry.code ?? null,
      count: entry.count ?? 1,
      address: actor.address,
      http_request_id: actor.requestId,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
    })
    .execute();
}
