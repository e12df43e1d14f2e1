import type { PlainDate } from '../calendar/plain-date.ts';
import type { Reader } from '../store/database.ts';

const NAME = 'sandbox';

/** What a sandbox remembers of itself. */
export interface Installed {
  /** The day it was made for. */
  anchor: PlainDate;
  storm: boolean;
  /** Its clock against the machine's. */
  offsetMs: number;
  /** False while its history is still being written: a seeding that was interrupted begins anew. */
  complete: boolean;
}

export async function readInstalled(db: Reader): Promise<Installed | undefined> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', NAME).executeTakeFirst();
  return row && (row.value as unknown as Installed);
}

export async function writeInstalled(db: Reader, installed: Installed): Promise<void> {
  const value = JSON.stringify(installed);
  await db
    .insertInto('installation')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Whether somebody changed something by hand; what the platform and the live day do by themselves, sign-ins and refusals do not count. */
export async function isTouched(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('id')
    .where('http_request_id', '<>', LIVE_REQUEST_ID)
    .where('outcome', '=', 'done')
    .where('action', 'not like', 'sessions.%')
    .where((where) =>
      where.or([where('operator_id', 'is not', null), where('action', '=', 'requests.create')]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the database belongs to a platform that is no sandbox. */
export async function hasOwnData(db: Reader): Promise<boolean> {
  const people = await db.selectFrom('operators').select('id').limit(1).executeTakeFirst();
  return (
    people !== undefined ||
    (await db.selectFrom('requests').select('id').limit(1).executeTakeFirst()) !== undefined
  );
}

/** Marks in the audit what the live day did. */
export const LIVE_REQUEST_ID = 'live';
