import type { DistrictEvent } from '@district/contract/types.ts';
import { type Selectable, sql } from 'kysely';
import type { Placed } from '../access/scope.ts';
import type { Reader } from '../store/database.ts';
import type { EventsTable } from '../store/schema/platform.ts';
import { type EventCursor, formatCursor } from './cursor.ts';

/** Events read at once: a page of JSON under 100 KB. */
const BATCH_SIZE = 500;

/** An event with what decides who may see it. */
export interface StoredEvent {
  cursor: EventCursor;
  place: Placed;
  /** Whom alone it concerns; null for everybody in the area. */
  onlyOperator: string | null;
  event: DistrictEvent;
  /** As it goes out to every reader. */
  message: string;
}

export interface EventBatch {
  events: StoredEvent[];
  /** There are more that wait for an older transaction, which may end without a word. */
  areSomeHeld: boolean;
}

/**
 * Events after a cursor, oldest first. Stops before the oldest transaction still running: ids are given before a commit, and an event
 * committed late would otherwise be passed over for ever. One row of those held back tells that there are some, at the same instant.
 */
export async function readEvents(db: Reader, after: EventCursor): Promise<EventBatch> {
  const { rows } = await sql<Selectable<EventsTable> & { is_held: boolean }>`
    select * from (
      (select *, false as is_held from events where ${isAfter(after)} and xid < ${OLDEST_RUNNING}
        order by xid, id limit ${BATCH_SIZE})
      union all
      (select *, true as is_held from events where ${isAfter(after)} and xid >= ${OLDEST_RUNNING} limit 1)) as events
    order by xid, id`.execute(db);
  const events = rows.filter(({ is_held }) => !is_held).map(storedEvent);
  return { events, areSomeHeld: events.length < rows.length };
}

const OLDEST_RUNNING = sql`pg_snapshot_xmin(pg_current_snapshot())`;

function isAfter({ xid, id }: EventCursor) {
  return sql<boolean>`(xid, id) > (${xid}::xid8, ${id}::bigint)`;
}

/** The cursor after everything that has happened so far. */
export async function latestCursor(db: Reader): Promise<EventCursor> {
  const { rows } = await sql<{ xid: string; id: string }>`
    select xid::text as xid, id::text as id from events where xid < ${OLDEST_RUNNING}
    order by xid desc, id desc limit 1`.execute(db);
  return rows[0] ?? { xid: '0', id: '0' };
}

function storedEvent(row: Selectable<EventsTable>): StoredEvent {
  const cursor = { xid: String(row.xid), id: String(row.id) };
  const event: DistrictEvent = {
    id: formatCursor(cursor),
    type: row.type,
    at: row.at.toISOString(),
    no: row.no,
    region: row.region,
    state: row.state,
    version: row.request_version,
    action: row.action,
    by: row.by_name,
    approval: row.approval_id,
    urgent: row.urgent,
    progress: row.progress,
  };
  return {
    cursor,
    place: { district: row.district, street: row.street, region: row.region, units: row.units },
    event,
    message: `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
    onlyOperator: row.only_operator,
  };
}
