import type { NoticeAudience } from '@district/contract/types.ts';
import type { NoticeChannel } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { countAudience, readAudience } from './audience.ts';
import { queueForDistrict, refuseNearDuplicate } from './duplicates.ts';
import { refuseTooLong } from './lengths.ts';
import { nextNoticeNumber } from './numbers.ts';
import { recordNoticeStep, stepped } from './record.ts';

export interface NewNotice {
  title: string;
  body: string;
  audience: NoticeAudience;
  channels: NoticeChannel[];
  exercise: boolean;
  submit: boolean;
}

/** Writes a notice, and asks for its approval unless it is to stay a draft. */
export async function createNotice(
  db: Writer,
  services: Services,
  actor: Actor & { operator: Operator },
  { title, body, audience, channels, exercise, submit }: NewNotice,
): Promise<NoticeRow> {
  const { district, regions } = readAudience(services, actor.operator, audience.regions);
  refuseTooLong({ title, body }, channels);
  await queueForDistrict(db, district);
  const draft: NoticeRow = {
    district,
    id: uuidV7(actor.at, Math.random),
    no: await nextNoticeNumber(db, services.dictionaries, district, actor.at),
    title,
    body,
    regions,
    channels: [...new Set(channels)],
    exercise,
    state: 'draft',
    version: 1,
    author_id: actor.operator.id,
    author_name: actor.operator.name,
    approver_name: null,
    ...(await countSomebody(db, services, { district, regions })),
    total: 0,
    delivered: 0,
    failed: 0,
    created_at: actor.at,
    submitted_at: null,
    sent_at: null,
  };
  await recordNoticeStep(db, services.dictionaries, actor, {
    before: undefined,
    after: draft,
    action: 'create',
    text: null,
  });
  return submit ? submitNotice(db, services, actor, draft) : draft;
}

/** From here on it stands in the way of its like. The caller has queued for the district. */
export async function submitNotice(
  db: Writer,
  services: Services,
  actor: Actor,
  before: NoticeRow,
): Promise<NoticeRow> {
  await refuseNearDuplicate(db, before, actor.at);
  const counted = await countSomebody(db, services, before);
  const after: NoticeRow = { ...stepped(before, 'submit'), ...counted, submitted_at: actor.at };
  await recordNoticeStep(db, services.dictionaries, actor, { before, after, action: 'submit', text: null });
  return after;
}

async function countSomebody(
  db: Writer,
  services: Services,
  audience: Pick<NoticeRow, 'district' | 'regions'>,
): Promise<{ persons: number; households: number }> {
  const counted = await countAudience(services, audience, db);
  if (counted.persons > 0) return counted;
  const names = audience.regions.map((region) => services.dictionaries.region(region.padEnd(12, '0')).name);
  throw new ProblemError(
    'audience_empty',
    `Nobody is registered in ${names.join(', ')}: choose other regions.`,
  );
}
