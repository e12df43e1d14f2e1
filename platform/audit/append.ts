import type { Operator } from '../access/operator.ts';
import type { Writer } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';

/** Who does it, from where, under which HTTP request; null for the platform itself and for residents. */
export interface Actor {
  operator: Operator | null;
  address: string | null;
  requestId: string;
  at: Date;
}

export interface AuditEntry {
  district: string;
  /** noun.verb, as the operation is called. */
  action: string;
  object: string;
  /** Nothing personal: states, versions, units. */
  before?: unknown;
  after?: unknown;
}

/** Written in the transaction of the change it tells of: there is no change without its entry. */
export async function appendAudit(db: Writer, actor: Actor, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      district: entry.district,
      id: uuidV7(actor.at, Math.random),
      at: actor.at,
      operator_id: actor.operator?.id ?? null,
      operator_name: actor.operator?.name ?? null,
      action: entry.action,
      object: entry.object,
      address: actor.address,
      http_request_id: actor.requestId,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
    })
    .execute();
}
