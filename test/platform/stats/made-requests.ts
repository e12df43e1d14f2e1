import {
  RATINGS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import fc from 'fast-check';
import { wordsVector } from '../../../platform/requests/bigrams.ts';
import { insertMany } from '../../../platform/sandbox/insert.ts';
import type { Database } from '../../../platform/store/database.ts';
import type { RequestRow, StoredPause } from '../../../platform/store/schema/requests.ts';

const HOUR_MS = 3_600_000;
export const REGIONS = ['320302004001', '320302004002', '320302004000', '320302005001'] as const;
const LEADS = ['agency:urban_management', 'agency:housing', 'street:320302004000', 'community:320302004001'];
const ITEMS = ['street_light_repair', 'noise_complaint', 'an_item_of_the_past'];
/** Ends of months and days in Asia/Shanghai, and the same hours in UTC, where a wrong zone would show. */
const EDGES = [
  '2026-08-31T16:00:00Z',
  '2026-08-31T15:59:59.999Z',
  '2026-09-30T16:00:00Z',
  '2026-09-30T15:59:59Z',
  '2026-10-01T00:00:00Z',
  '2026-09-30T23:59:59Z',
  '2026-10-31T16:00:00Z',
  '2026-11-01T00:00:00Z',
];

const after = (at: Date, hours: number) => new Date(at.valueOf() + hours * HOUR_MS);

/** A moment of a season that ends now; some of them are edges of months. */
const submitted = (now: Date): fc.Arbitrary<Date> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 * 24 }).map((hours) => after(now, -hours)) },
    { weight: 1, arbitrary: fc.constantFrom(...EDGES).map((edge) => new Date(edge)) },
  );

const HOURS = fc.integer({ min: 0, max: 40 * 24 });

const pauses = (started: Date): fc.Arbitrary<StoredPause[]> =>
  fc.array(
    fc.record({ from: HOURS, length: fc.integer({ min: 0, max: 72 }) }).map(
      ({ from, length }): StoredPause => ({
        from: after(started, from / 8).toISOString(),
        to: after(started, from / 8 + length).toISOString(),
        cause: 'special_procedure',
      }),
    ),
    { maxLength: 4 },
  );

/** Of any look, whether or not a history leads there: figures ask of columns. */
export function aRequest(now: Date): fc.Arbitrary<Partial<RequestRow>> {
  return submitted(now).chain((submitted_at) =>
    fc
      .record({
        region: fc.constantFrom(...REGIONS),
        item: fc.constantFrom(...ITEMS),
        category: fc.constantFrom(...SERVICE_CATEGORIES),
        source: fc.constantFrom(...REQUEST_SOURCES),
        state: fc.constantFrom(...REQUEST_STATES, 'resolved' as const, 'closed' as const, 'closed' as const),
        isMerged: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
        lead: fc.option(fc.constantFrom(...LEADS)),
        contactHours: fc.option(fc.integer({ min: 0, max: 48 })),
        startHours: fc.option(fc.integer({ min: 0, max: 48 }), { freq: 8 }),
        workHours: HOURS,
        dueHours: HOURS,
        laterHours: fc.integer({ min: 0, max: 200 }),
        pausedHours: fc.option(HOURS),
        pauses: pauses(submitted_at),
        callback_reached: fc.option(fc.boolean()),
        callback_satisfied: fc.option(fc.boolean()),
        rating: fc.option(fc.constantFrom(...RATINGS)),
      })
      .map((made): Partial<RequestRow> => {
        const { isMerged, contactHours, startHours, workHours, dueHours, laterHours, pausedHours, ...plain } =
          made;
        const started = startHours === null ? null : after(submitted_at, startHours);
        const finished = ['resolved', 'closed', 'declined', 'withdrawn'].includes(made.state);
        return {
          ...plain,
          state: isMerged ? 'closed' : made.state,
          submitted_at,
          merged_into: isMerged ? 'GL261125-0001' : null,
          first_contact_at: contactHours === null ? null : after(submitted_at, contactHours),
          clock_started_at: started,
          clock_stopped_at: finished || isMerged ? after(started ?? submitted_at, workHours) : null,
          promised_due_at: started && after(started, dueHours),
          statutory_due_at: started && after(started, dueHours + laterHours),
          paused_since:
            made.state === 'suspended' && pausedHours !== null ? after(submitted_at, pausedHours) : null,
        };
      }),
  );
}

const CONSTANT = {
  external_no: null,
  external_due_at: null,
  title: '路灯不亮',
  body: '小区北门的路灯',
  address_masked: null,
  grid: null,
  longitude: null,
  latitude: null,
  datum: null,
  applicant_name_masked: null,
  applicant_phone_masked: null,
  applicant_identity_type: null,
  applicant_identity_masked: null,
  urgent: false,
  vulnerable: false,
  round: 1,
  version: 1,
  assistants: [],
  returns: 0,
  reminders: 0,
  corrections: 0,
  last_action: 'create',
  last_action_by: null,
  promised_limit: 5,
  promised_unit: 'working_day',
  statutory_limit: 10,
  statutory_unit: 'working_day',
  extended_limit: 0,
  clock_start: 'dispatch',
  pauses: [],
  paused_since: null,
  paused_from: null,
  open_pauses: [],
  resume_at: null,
  yellow_at: null,
  provisional: false,
  open_approval: null,
  open_approval_id: null,
  arbitration: false,
  callback_at: null,
} satisfies Partial<RequestRow>;

/** Puts them into the database in place of what was there, and says what they are. */
export async function putRequests(db: Database, made: readonly Partial<RequestRow>[]): Promise<RequestRow[]> {
  await db.deleteFrom('requests').execute();
  const rows = made.map((row, at) => ({
    ...CONSTANT,
    ...row,
    district: (row.region ?? '').slice(0, 6),
    street: `${(row.region ?? '').slice(0, 9)}000`,
    id: `0199e7a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
    no: `GL261125-${String(at + 1).padStart(4, '0')}`,
    last_action_at: row.submitted_at,
  }));
  const words = wordsVector(CONSTANT.title, CONSTANT.body, null);
  await db.transaction().execute((writer) =>
    insertMany(
      writer,
      'requests',
      rows.map((row) => ({ ...row, words })),
    ),
  );
  return rows as unknown as RequestRow[];
}
