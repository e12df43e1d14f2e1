import { formatUnit } from '@district/contract/assignee.ts';
import type { Operator } from '../../access/operator.ts';
import { deadline } from '../../calendar/deadline.ts';
import { dateOf } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { numberOfDay } from '../../dictionaries/number-of-day.ts';
import { type FiledFacts, newRequest } from '../../requests/new-request.ts';
import { masked } from '../../requests/personal.ts';
import type { RequestRow } from '../../store/schema/requests.ts';
import { uuidV7 } from '../../store/uuid-v7.ts';
import initials from '../data/district-initials.json' with { type: 'json' };
import { handlerOf, person } from '../people.ts';
import type { Arrival } from './arrivals.ts';
import type { History } from './history.ts';
import { GULOU } from './places.ts';
import type { Random } from './random.ts';
import { requestText } from './texts.ts';

const INITIALS: Readonly<Record<string, string>> = initials;

/** The 12345 hotline wants an answer within five working days of passing a call on. */
const HOTLINE_LIMIT = { limit: 5, unit: 'working_day' } as const;

/** Somewhere in the middle of each district, in degrees. */
const CENTRES: Readonly<Record<string, readonly [number, number]>> = {
  [GULOU]: [117.185, 34.288],
  '320303': [117.251, 34.252],
  '320311': [117.193, 34.244],
};

/** Numbers as they are given out: initials, the day in Shanghai, and a count that begins anew each day in each district. */
export function numbering(): { next(district: string, at: Date): string; last: Map<string, number> } {
  const last = new Map<string, number>();
  const next = (district: string, at: Date) => {
    const date = dateOf(at);
    const key = `${district} ${date}`;
    const count = (last.get(key) ?? 0) + 1;
    last.set(key, count);
    return numberOfDay(INITIALS[district] ?? 'XX', date, count);
  };
  return { next, last };
}

/** The request as it was filed, with the first line of its timeline. */
export function filed(arrival: Arrival, no: string, calendar: WorkingCalendar, random: Random): History {
  const { item, place, source, submittedAt: at } = arrival;
  const text = requestText(arrival, random);
  const by = enteredBy(arrival);
  const { name, phone, identity } = text.applicant;
  const { title, body, address } = text;
  const personal = { name, phone, identity, address, title, body };
  const facts: FiledFacts = {
    district: place.district,
    id: uuidV7(at, random.next),
    no,
    street: place.street,
    region: place.region,
    item: item.id,
    category: item.category,
    source,
    ...hotline(arrival, calendar, random),
    ...masked(personal),
    grid: text.grid,
    ...spot(place.district, random),
    urgent: item.kind === 'urgent',
    vulnerable: text.vulnerable,
    submitted_at: at,
    last_action_by: by?.name ?? null,
    promised_limit: item.promised.limit,
    promised_unit: item.promised.unit,
    statutory_limit: item.statutory.limit,
    statutory_unit: item.statutory.unit,
    clock_start: item.clockStart,
  };
  const row = newRequest(facts, calendar);
  return { row, personal, timeline: [created(row, by)], approvals: [] };
}

function created(row: RequestRow, by: Operator | null): History['timeline'][number] {
  return {
    district: row.district,
    request_id: row.id,
    seq: 1,
    at: row.submitted_at,
    action: 'create',
    phase: 'done',
    state_from: null,
    state_to: 'submitted',
    round: 1,
    by_name: by?.name ?? null,
    by_unit: by?.unit ? formatUnit(by.unit) : null,
    text: null,
    unit: null,
    public: true,
  };
}

/** Residents file by themselves; the rest is entered by staff on their behalf. */
export function enteredBy({ source, place }: Arrival): Operator | null {
  if (source === 'public' || source === 'app') return null;
  if (source === 'grid') return handlerOf(place.district, `community:${place.region}`);
  return person(`${place.district}-duty-${source === 'window' ? 2 : 1}`);
}

export function hotline(
  { source, submittedAt }: Arrival,
  calendar: WorkingCalendar,
  random: Random,
): Pick<RequestRow, 'external_no' | 'external_due_at'> {
  if (source !== 'hotline') return { external_no: null, external_due_at: null };
  const day = dateOf(submittedAt).replaceAll('-', '');
  return {
    external_no: `12345-${day}-${String(random.int(1, 99_999)).padStart(5, '0')}`,
    external_due_at: deadline(submittedAt, HOTLINE_LIMIT, [], calendar).dueAt,
  };
}

function spot(district: string, random: Random): Pick<RequestRow, 'longitude' | 'latitude' | 'datum'> {
  const [longitude, latitude] = CENTRES[district] ?? [];
  if (longitude === undefined || latitude === undefined || random.chance(0.4)) {
    return { longitude: null, latitude: null, datum: null };
  }
  const near = (degrees: number) => Math.round((degrees + (random.next() - 0.5) * 0.05) * 1e6) / 1e6;
  return { longitude: near(longitude), latitude: near(latitude), datum: 'CGCS2000' };
}
