import type { EventType } from '@district/contract/vocabulary.ts';
import { type Insertable, sql } from 'kysely';
import type { Writer } from '../store/database.ts';
import type { EventsTable } from '../store/schema/platform.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** The channel of PostgreSQL's NOTIFY on which readers are woken; it carries nothing. */
export const EVENT_CHANNEL = 'district_events';

export interface NewEvent {
  type: EventType;
  request: RequestRow;
  /** The unit it was with before, so that its people see it go. */
  previousLead: string | null;
  at: Date;
  action: string;
  by: string | null;
  approvalId: string | null;
  /** The one operator whose screens it changes; left out, everybody’s in the area. */
  onlyOperator?: string;
}

/** Written in the transaction of the change; the wake-up goes out when it commits. */
export async function appendEvent(db: Writer, event: NewEvent): Promise<void> {
  const { request } = event;
  const units = [
    ...new Set([request.lead, event.previousLead, ...request.assistants].filter((unit) => unit !== null)),
  ];
  await insertEvent(db, {
    district: request.district,
    at: event.at,
    type: event.type,
    no: request.no,
    region: request.region,
    street: request.street,
    units,
    state: request.state,
    request_version: request.version,
    action: event.action,
    by_name: event.by,
    approval_id: event.approvalId,
    urgent: request.urgent,
    ...(event.onlyOperator !== undefined && { only_operator: event.onlyOperator }),
  });
}

/** An event of any noun; `units` sees it besides the centre. */
export async function insertEvent(db: Writer, event: Insertable<EventsTable>): Promise<void> {
  await db.insertInto('events').values(event).execute();
  await sql`select pg_notify(${EVENT_CHANNEL}, '')`.execute(db);
}
