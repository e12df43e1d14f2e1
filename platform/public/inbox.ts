import { NOTICE_VISIBLE_STATES } from '@district/contract/notice-transitions.ts';
import { regionPrefix } from '@district/contract/region-code.ts';
import type { InboxPage, SiteNoticePage } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { hashToken } from '../access/tokens.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { maskedName } from '../privacy/mask.ts';
import type { NoticeRow } from '../store/schema/notices.ts';

/** Notices shown at most: a year of a busy community's, and one screen after another on a phone. */
const SHOWN_MAX = 50;

type Shown = Pick<NoticeRow, 'no' | 'title' | 'body' | 'exercise' | 'state'> & { at: Date | null };
const COLUMNS = ['notices.no', 'notices.title', 'notices.body', 'notices.exercise', 'notices.state'] as const;

/** What reached one resident, newest first. */
export async function readInbox(
  { db, dictionaries }: Services,
  token: string | undefined,
): Promise<InboxPage> {
  const resident =
    token === undefined
      ? undefined
      : await db
          .selectFrom('resident_tokens')
          .innerJoin('residents', (join) =>
            join
              .onRef('residents.district', '=', 'resident_tokens.district')
              .onRef('residents.id', '=', 'resident_tokens.resident_id'),
          )
          .select(['residents.district', 'residents.id', 'residents.region'])
          .select(maskedName('residents.name').as('name'))
          .where('resident_tokens.hash', '=', hashToken(token))
          .executeTakeFirst();
  if (!resident)
    throw new ProblemError('unauthenticated', 'Send the resident’s own token as X-Resident-Token.');
  const rows = await db
    .selectFrom('notices')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.district', '=', 'notices.district')
        .onRef('deliveries.notice_id', '=', 'notices.id'),
    )
    .select(COLUMNS)
    .select('deliveries.at')
    .where('notices.district', '=', resident.district)
    .where('notices.state', 'in', [...NOTICE_VISIBLE_STATES])
    .where('deliveries.resident_id', '=', resident.id)
    .where('deliveries.state', '=', 'delivered')
    .orderBy('notices.created_at', 'desc')
    .limit(SHOWN_MAX)
    .execute();
  return {
    resident: resident.name ?? '',
    region: dictionaries.region(resident.region),
    items: rows.map(published),
  };
}

/** The notice page of a community's site. */
export async function siteNotices(
  { db, dictionaries }: Services,
  community: string,
): Promise<SiteNoticePage> {
  const prefix = regionPrefix(community);
  if (prefix === undefined || prefix.length < community.length || !dictionaries.regions.has(community))
    throw new ProblemError('not_found', `There is no community ${community}: check its code of 12 digits.`);
  const rows = await db
    .selectFrom('notices')
    .select(COLUMNS)
    .select('notices.sent_at as at')
    .where('district', '=', community.slice(0, 6))
    .where('state', 'in', [...NOTICE_VISIBLE_STATES])
    .where('sent_at', 'is not', null)
    .where(sql<boolean>`'site' = any(channels)`)
    .where(sql<boolean>`exists (select from unnest(regions) as r where starts_with(${community}, r))`)
    .orderBy('created_at', 'desc')
    .limit(SHOWN_MAX)
    .execute();
  return { community: dictionaries.region(community), items: rows.map(published) };
}

/** A recalled notice stays in its place, so that whoever has read it sees that it no longer holds. */
function published({ no, title, body, exercise, state, at }: Shown): InboxPage['items'][number] {
  const recalled = state === 'recalled';
  return { no, title, body: recalled ? null : body, exercise, recalled, at: (at as Date).toISOString() };
}
