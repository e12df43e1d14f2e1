import { ACTIONS, TRANSITIONS } from '@district/contract/transitions.ts';
import type { RequestDetail, TimelineEntry } from '@district/contract/types.ts';
import { sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { ATTACHMENT_COLUMNS, attachmentOf } from '../attachments/present.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import type { Services } from '../http/environment.ts';
import type { RequestRow, TimelineRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';
import { noSuchRequest } from './find.ts';
import { seesRatings } from './ratings.ts';
import { leads, rule } from './rules.ts';
import { summaryOf } from './summary.ts';

/** One request with its timeline; what is personal is masked, since nothing else is in its row. */
export async function requestDetail(
  services: Services,
  operator: Operator,
  no: string,
): Promise<RequestDetail> {
  const row = await services.db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .where(requestScope(operator))
    .executeTakeFirst();
  if (!row) throw noSuchRequest(no);
  const [timeline, attachments] = await Promise.all([
    services.db
      .selectFrom('timeline')
      .selectAll()
      .where('district', '=', row.district)
      .where('request_id', '=', sql<string>`${row.id}::uuid`)
      .orderBy('seq')
      .execute(),
    services.db
      .selectFrom('attachments')
      .select(ATTACHMENT_COLUMNS)
      .where('district', '=', row.district)
      .where('request_id', '=', sql<string>`${row.id}::uuid`)
      .orderBy('id')
      .execute(),
  ]);
  const detail = detailOf(row, timeline, operator, services.clock.now(), services.dictionaries);
  return { ...detail, attachments: attachments.map(attachmentOf) };
}

function detailOf(
  row: RequestRow,
  timeline: TimelineRow[],
  operator: Operator,
  now: Date,
  dictionaries: Dictionaries,
): Omit<RequestDetail, 'attachments'> {
  const item = dictionaries.items.get(row.item);
  return {
    ...summaryOf(row, operator, now, dictionaries),
    body: row.body,
    place: {
      region: dictionaries.region(row.region),
      address: row.address_masked,
      grid: row.grid,
      longitude: row.longitude,
      latitude: row.latitude,
      datum: row.datum,
    },
    applicant: applicantOf(row),
    assistants: row.assistants.map(dictionaries.unit),
    clock: clockOf(row, item?.basis_zh ?? ''),
    acceptBy: row.accept_by?.toISOString() ?? null,
    returnBy: row.return_by?.toISOString() ?? null,
    externalDueAt: row.external_due_at?.toISOString() ?? null,
    firstContactAt: row.first_contact_at?.toISOString() ?? null,
    callback: callbackOf(row, operator),
    rectification: rectificationOf(row, operator, dictionaries),
    mergedInto: row.merged_into,
    timeline: timeline
      .filter(({ action }) => action !== 'rate' || seesRatings(operator))
      .map((entry) => timelineEntry(entry, operator, dictionaries)),
    closedActions: ACTIONS.flatMap((action) => {
      const ruling = rule(action, row, operator, now);
      return ruling.open ? [] : [{ action, reason: ruling.reason, openFrom: [...TRANSITIONS[action].from] }];
    }),
  };
}

function callbackOf(row: RequestRow, operator: Operator): RequestDetail['callback'] {
  if (row.callback_at === null && row.rating === null) return null;
  const at = row.callback_at ?? row.rated_at;
  if (at === null) return null;
  const shown = seesRatings(operator);
  if (row.callback_at === null && !shown) return null;
  return {
    at: at.toISOString(),
    reached: row.callback_reached ?? row.callback_at === null,
    satisfied: shown ? row.callback_satisfied : null,
    rating: shown ? row.rating : null,
  };
}

/** To a handler only once it is they who put it right. */
function rectificationOf(
  row: RequestRow,
  operator: Operator,
  dictionaries: Dictionaries,
): RequestDetail['rectification'] {
  const { rectification: state, rectify_by: by, rectify_from: from } = row;
  if (state === null || by === null) return null;
  if (!seesRatings(operator) && (state === 'open' || !leads(operator, row))) return null;
  return { state, by: by.toISOString(), from: from === null ? null : dictionaries.unit(from) };
}

function applicantOf(row: RequestRow): RequestDetail['applicant'] {
  const { applicant_name_masked: name, applicant_identity_type: type } = row;
  if (name === null) return null;
  const identity = type === null ? null : { type, number: row.applicant_identity_masked };
  return { name, phone: row.applicant_phone_masked, identity };
}

function clockOf(row: RequestRow, basisZh: string): RequestDetail['clock'] {
  return {
    startedAt: row.clock_started_at?.toISOString() ?? null,
    stoppedAt: row.clock_stopped_at?.toISOString() ?? null,
    promised: { limit: row.promised_limit, unit: row.promised_unit },
    statutory: { limit: row.statutory_limit, unit: row.statutory_unit },
    basisZh,
    extendedBy: row.extended_limit === 0 ? null : { limit: row.extended_limit, unit: row.promised_unit },
    pauses: [
      ...row.pauses.map((pause) => ({ ...pause, until: null })),
      ...row.open_pauses.map((pause) => ({ ...pause, to: null })),
    ],
  };
}

function timelineEntry(entry: TimelineRow, operator: Operator, dictionaries: Dictionaries): TimelineEntry {
  const by =
    entry.by_name === null
      ? null
      : { name: entry.by_name, unit: entry.by_unit && dictionaries.unit(entry.by_unit).name };
  return {
    seq: entry.seq,
    at: entry.at.toISOString(),
    action: entry.action,
    phase: entry.phase,
    from: entry.state_from,
    to: entry.state_to,
    round: entry.round,
    by,
    // What was said on a call-back is as good as the rating.
    text: entry.action === 'callback' && !seesRatings(operator) ? null : entry.text,
    unit: entry.unit === null ? null : dictionaries.unit(entry.unit),
    public: entry.public,
  };
}
