import type { ActionInput, RectificationSetting } from '@district/contract/types.ts';
import { POOR_RATINGS, type Rating } from '@district/contract/vocabulary.ts';
import { deadline, type Limit } from '../calendar/deadline.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';
import type { RectificationSettingsTable, RequestRow } from '../store/schema/requests.ts';

/** What a district has that has set nothing: as long as a consultation or a call for help. */
const RECTIFICATION_LIMIT: Limit = { limit: 5, unit: 'working_day' };

export async function rectificationSetting(db: Reader, district: string): Promise<RectificationSetting> {
  const row = await db
    .selectFrom('rectification_settings')
    .selectAll()
    .where('district', '=', district)
    .executeTakeFirst();
  return settingFrom(district, row);
}

export function settingFrom(
  district: string,
  row: RectificationSettingsTable | undefined,
): RectificationSetting {
  if (!row) return { district, limit: RECTIFICATION_LIMIT, version: 0 };
  return { district, limit: { limit: row.rectify_limit, unit: row.rectify_unit }, version: row.version };
}

export function isPoor(rating: Rating | null): boolean {
  return rating !== null && (POOR_RATINGS as readonly Rating[]).includes(rating);
}

/** A request that has just been rated: a poor rating opens a rectification, whose days run from the rating. */
export async function withRectification(
  db: Reader,
  rated: RequestRow,
  calendar: WorkingCalendar,
): Promise<RequestRow> {
  if (!isPoor(rated.rating) || rated.rated_at === null) return rated;
  const { limit } = await rectificationSetting(db, rated.district);
  const { dueAt } = deadline(rated.rated_at, limit, [], calendar);
  return { ...rated, rectification: 'open', rectify_by: dueAt, rectify_from: rated.lead };
}

/**
 * A request whose rectification begins with its reopening: its promise is the limit of a rectification, reckoned from the rating, so that
 * nobody gains by reopening late.
 */
export async function beginRectification(db: Reader, request: RequestRow): Promise<RequestRow> {
  const { limit } = await rectificationSetting(db, request.district);
  return {
    ...request,
    promised_limit: limit.limit,
    promised_unit: limit.unit,
    rectification: 'under_way',
  };
}

/** Whoever did it poorly does not put it right: refuses them wherever the work is sent meanwhile. */
export function checkAnotherUnit(request: RequestRow, action: string, { to }: ActionInput): void {
  const { rectification, rectify_from: from } = request;
  const isSending = rectification === 'under_way' || (rectification === 'open' && action === 'reopen');
  if (!isSending || from === null) return;
  if (to === undefined && action !== 'reopen') return;
  if (to !== undefined && to !== from) return;
  const message = `its handling by ${from} was rated poorly, so another unit puts it right`;
  throw new ProblemError('invalid', `${request.no} needs another unit: ${message}.`, {
    fields: [{ path: 'to', message }],
  });
}
