import {
  APPROVAL_KINDS,
  RATINGS,
  REQUEST_SOURCES,
  REQUEST_STATES,
  SERVICE_CATEGORIES,
} from '@district/contract/vocabulary.ts';
import fc from 'fast-check';
import { wordsVector } from '../../../platform/requests/bigrams.ts';
import { insertMany } from '../../../platform/sandbox/insert.ts';
import type { Database } from '../../../platform/store/database.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';
import { FILTER_ITEMS } from '../../contract/filter-terms.ts';

const UNITS = ['agency:urban_management', 'agency:housing', 'street:320302004000', 'community:320302004001'];
const REGIONS = ['320302004001', '320302004002', '320302004000', '320302005001', '320303001001'];
const HOUR_MS = 3_600_000;

function around(now: Date, hours: number): fc.Arbitrary<Date> {
  const any = fc.integer({ min: -hours, max: hours }).map((off) => new Date(now.valueOf() + off * HOUR_MS));
  // Ends of days are where comparisons go wrong.
  const midnight = fc
    .integer({ min: -20, max: 20 })
    .map((days) => new Date(Date.UTC(2026, 10, 25 + days, 16)));
  return fc.oneof(any, midnight, fc.constant(now));
}

/** Requests of any look, whether or not a history leads there: a filter asks of columns. */
function requestAt(at: number, now: Date): fc.Arbitrary<RequestRow> {
  const past = around(now, 24 * 40).map((date) => (date > now ? now : date));
  const due = fc.option(around(now, 24 * 12));
  return fc
    .record({
      region: fc.constantFrom(...REGIONS),
      item: fc.constantFrom(...FILTER_ITEMS),
      category: fc.constantFrom(...SERVICE_CATEGORIES),
      source: fc.constantFrom(...REQUEST_SOURCES),
      external_no: fc.option(
        fc.constantFrom('12345-261112-1', '12345-261112-10', '12346', '热线-9', '12345'),
      ),
      title: fc.constantFrom('路灯不亮', '电梯停运', 'noisy is:open 灯'),
      body: fc.constantFrom('小区北门的路', '3号楼，电梯', '灯'),
      urgent: fc.boolean(),
      vulnerable: fc.boolean(),
      state: fc.constantFrom(...REQUEST_STATES),
      round: fc.integer({ min: 1, max: 3 }),
      lead: fc.option(fc.constantFrom(...UNITS)),
      assistants: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 2 }),
      returns: fc.integer({ min: 0, max: 3 }),
      reminders: fc.integer({ min: 0, max: 3 }),
      submitted_at: past,
      last_action_at: past,
      paused_since: fc.option(past),
      promised_due_at: due,
      laterHours: fc.integer({ min: 0, max: 200 }),
      yellow_at: due,
      provisional: fc.boolean(),
      open_approval: fc.option(fc.constantFrom(...APPROVAL_KINDS)),
      arbitration: fc.boolean(),
      rating: fc.option(fc.constantFrom(...RATINGS)),
      merged_into: fc.option(fc.constant('GL261125-0001')),
    })
    .map(({ laterHours, ...made }) => ({
      ...CONSTANT,
      ...made,
      district: made.region.slice(0, 6),
      street: `${made.region.slice(0, 9)}000`,
      id: `0199e7a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
      no: `${made.region.startsWith('320302') ? 'GL' : 'YL'}261125-${String(at).padStart(4, '0')}`,
      statutory_due_at:
        made.promised_due_at && new Date(made.promised_due_at.valueOf() + laterHours * HOUR_MS),
    }));
}

const CONSTANT = {
  external_due_at: null,
  address_masked: null,
  grid: null,
  longitude: null,
  latitude: null,
  datum: null,
  applicant_name_masked: null,
  applicant_phone_masked: null,
  applicant_identity_type: null,
  applicant_identity_masked: null,
  version: 1,
  corrections: 0,
  last_action: 'create',
  last_action_by: null,
  promised_limit: 5,
  promised_unit: 'working_day',
  statutory_limit: 10,
  statutory_unit: 'working_day',
  extended_limit: 0,
  clock_start: 'dispatch',
  clock_started_at: null,
  clock_stopped_at: null,
  pauses: [],
  paused_from: null,
  open_pauses: [],
  resume_at: null,
  open_approval_id: null,
  first_contact_at: null,
  callback_at: null,
  callback_reached: null,
  callback_satisfied: null,
  rated_at: null,
  rectification: null,
  rectify_by: null,
  rectify_from: null,
  accept_by: null,
  undo: null,
  reminded_at: null,
  claimed_by: null,
  claimed_name: null,
  claimed_at: null,
  claimed_until: null,
  return_by: null,
  arbiter: null,
  undo_by: null,
  reminder_to_undo: false,
} satisfies Partial<RequestRow>;

/** Puts `count` requests into the database and says what they are. The same seed makes the same. */
export async function madeRequests(
  db: Database,
  now: Date,
  { count, seed }: { count: number; seed: number },
): Promise<RequestRow[]> {
  const all = fc.tuple(...Array.from({ length: count }, (_, at) => requestAt(at + 1, now)));
  const [rows = []] = fc.sample(all, { numRuns: 1, seed });
  const written = rows.map((row) => ({
    ...row,
    words: wordsVector(row.title, row.body, row.address_masked),
  }));
  await db.transaction().execute((writer) => insertMany(writer, 'requests', written));
  return rows;
}
