import { formatUnit, parseUnit } from '@district/contract/assignee.ts';
import {
  NOTICE_TRANSITIONS,
  type NoticeAction,
  type NoticeStep,
} from '@district/contract/notice-transitions.ts';
import { isWithin, wholeRegionCode } from '@district/contract/region-code.ts';
import type { EventType } from '@district/contract/vocabulary.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { insertEvent } from '../events/append.ts';
import type { Writer } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';

/** The notice after a step of the table; what else changes is the caller's. */
export function stepped(notice: NoticeRow, action: NoticeAction | NoticeStep): NoticeRow {
  return { ...notice, state: NOTICE_TRANSITIONS[action].to, version: notice.version + 1 };
}

/** Writes one step: row, timeline, audit and event, all in the caller's transaction. `before` is undefined when it is made. */
export async function recordNoticeStep(
  db: Writer,
  dictionaries: Dictionaries,
  actor: Actor,
  { before, after, action, text }: NoticeChange,
): Promise<void> {
  if (before === undefined) await db.insertInto('notices').values(after).execute();
  else {
    const { district, id, no: _no, ...changing } = after;
    await db
      .updateTable('notices')
      .set(changing)
      .where('district', '=', district)
      .where('id', '=', id)
      .execute();
  }
  await db
    .insertInto('notice_steps')
    .values({
      district: after.district,
      notice_id: after.id,
      seq: after.version,
      at: actor.at,
      action,
      state_to: after.state,
      by_name: actor.operator?.name ?? null,
      text,
    })
    .execute();
  await appendAudit(db, actor, {
    district: after.district,
    action: `notices.${action}`,
    object: after.no,
    before: before && { state: before.state, version: before.version },
    after: { state: after.state, version: after.version, regions: after.regions },
  });
  await tellOfNotice(db, dictionaries, actor, after, { type: 'notice.changed', action });
}

export interface NoticeChange {
  before: NoticeRow | undefined;
  after: NoticeRow;
  action: NoticeAction | NoticeStep | 'create';
  text: string | null;
}

/** An event for the centre and for every unit that the audience touches. */
export async function tellOfNotice(
  db: Writer,
  dictionaries: Dictionaries,
  actor: Actor,
  notice: NoticeRow,
  { type, action }: { type: EventType; action: string },
): Promise<void> {
  const region = wholeRegionCode(notice.district);
  const { delivered, failed, total } = notice;
  await insertEvent(db, {
    district: notice.district,
    at: actor.at,
    type,
    no: notice.no,
    region,
    street: region,
    units: unitsOf(notice, dictionaries),
    state: notice.state,
    request_version: notice.version,
    action,
    by_name: actor.operator?.name ?? null,
    approval_id: null,
    progress: JSON.stringify({ done: delivered, failed, total }),
  });
}

function unitsOf({ district, regions }: NoticeRow, dictionaries: Dictionaries): string[] {
  return dictionaries.regionList.flatMap(({ code }) => {
    if (!isWithin(code, district)) return [];
    const unit = parseUnit(`street:${code}`) ?? parseUnit(`community:${code}`);
    const prefix = unit?.kind === 'street' ? code.slice(0, 9) : code;
    const touches = regions.some((region) => isWithin(prefix, region) || isWithin(region, prefix));
    return unit && touches ? [formatUnit(unit)] : [];
  });
}
