import { RESPONSE_HOURS_MAX } from '@district/contract/limits.ts';
import { POOR_RATINGS } from '@district/contract/vocabulary.ts';
import { subHours } from 'date-fns/subHours';
import { type RawBuilder, sql } from 'kysely';
import { clockAt } from '../requests/filter-sql.ts';

/** Whether an answer is owed at all: what was merged is answered with another, and what was declined or withdrawn needs none. */
export const IS_DUE: RawBuilder<boolean> = sql<boolean>`(requests.merged_into is null and requests.state not in ('declined', 'withdrawn'))`;

/** What of a request the figures stand on, a column each; named as in contract/figures.ts. */
export function factColumns(now: Date): RawBuilder<unknown> {
  const isLate = (due: string) =>
    sql`coalesce(requests.open and requests.${sql.ref(due)} <= ${clockAt(now)}, false)`;
  return sql`
    requests.merged_into is not null as is_merged,
    ${IS_DUE} as is_due,
    requests.state in ('resolved', 'closed') as is_resolved,
    requests.first_contact_at is not null or requests.submitted_at <= ${subHours(now, RESPONSE_HOURS_MAX)} as had_time,
    coalesce(requests.first_contact_at <= requests.submitted_at + ${`${RESPONSE_HOURS_MAX} hours`}::interval, false) as is_contacted,
    case when requests.rating is not null then requests.rating <> all(${[...POOR_RATINGS]}::text[])
      when requests.callback_reached then requests.callback_satisfied end as is_satisfied,
    coalesce(not requests.callback_reached, false) as is_unreached,
    coalesce(requests.clock_stopped_at <= requests.promised_due_at, false) as is_on_time,
    coalesce(requests.clock_stopped_at <= requests.statutory_due_at, false) as is_on_time_statutory,
    requests.promised_due_at is not null as has_clock,
    ${isLate('promised_due_at')} as is_late,
    ${isLate('statutory_due_at')} as is_late_statutory,
    ${hours} as hours`;
}

/** Pauses may overlap: what they cover together counts once, and only within the time they stop. */
const hours = sql`case when requests.state in ('resolved', 'closed') and requests.clock_started_at <= requests.clock_stopped_at then
    extract(epoch from requests.clock_stopped_at - requests.clock_started_at - case when requests.pauses = '[]' then interval '0' else (
      select coalesce(sum(upper(stretch) - lower(stretch)), interval '0')
      from (
        select unnest(range_agg(tstzrange((pause->>'from')::timestamptz, greatest((pause->>'from')::timestamptz, (pause->>'to')::timestamptz)))
          * tstzmultirange(tstzrange(requests.clock_started_at, requests.clock_stopped_at))) as stretch
        from jsonb_array_elements(requests.pauses) as pause
      ) as stretches
    ) end)::float8 / 3600 end`;

/** How many of each, over rows with the columns above. */
export const COUNTS = sql`
    count(*) filter (where not is_merged)::int as received,
    count(*) filter (where is_merged)::int as merged,
    count(*) filter (where is_due and had_time)::int as response_of,
    count(*) filter (where is_due and had_time and is_contacted)::int as response,
    count(*) filter (where is_due)::int as resolution_of,
    count(*) filter (where is_due and is_resolved)::int as resolution,
    count(*) filter (where is_due and has_clock and (is_resolved or is_late))::int as on_time_of,
    count(*) filter (where is_due and has_clock and is_resolved and is_on_time)::int as on_time,
    count(*) filter (where is_due and has_clock and (is_resolved or is_late_statutory))::int as on_time_statutory_of,
    count(*) filter (where is_due and has_clock and is_resolved and is_on_time_statutory)::int as on_time_statutory`;

/** What only a table shows, and no trend: the opinions, and the hours, for which all values have to be sorted. */
export const MORE_COUNTS = sql`
    count(*) filter (where is_due and is_satisfied is not null)::int as satisfaction_of,
    count(*) filter (where is_due and is_satisfied)::int as satisfaction,
    count(*) filter (where is_due and is_unreached and is_satisfied is null)::int as unreached,
    count(hours) filter (where is_due)::int as timed,
    percentile_cont(array[0.5, 0.9]) within group (order by hours) filter (where is_due) as quantiles`;

export interface Counts {
  received: number;
  merged: number;
  response_of: number;
  response: number;
  resolution_of: number;
  resolution: number;
  on_time_of: number;
  on_time: number;
  on_time_statutory_of: number;
  on_time_statutory: number;
}

export interface AllCounts extends Counts {
  satisfaction_of: number;
  satisfaction: number;
  unreached: number;
  timed: number;
  quantiles: [number, number] | null;
}
