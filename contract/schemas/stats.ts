import * as z from 'zod';
import { FIGURES_GROUPS_MAX, FIGURES_MONTHS_MAX, RATINGS_TOGETHER_MIN } from '../limits.ts';
import { STATS_BY } from '../vocabulary.ts';
import { Instant } from './fields.ts';
import { ListRequestsQuery } from './requests.ts';

const Count = z.number().int().nonnegative();

export const Share = z
  .object({
    numerator: Count.nullable().meta({
      description: `Null where it would tell single opinions: fewer than ${RATINGS_TOGETHER_MIN}, or known by subtraction.`,
    }),
    denominator: Count,
    leftOut: Count.meta({ description: 'Received, and in neither of the two.' }),
    share: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Null with the numerator, and where the denominator is 0.' }),
  })
  .meta({ id: 'StatsShare' });

const Rates = { response: Share, resolution: Share, onTime: Share, onTimeStatutory: Share };

const Hours = z.number().nonnegative().nullable();

const figures = {
  received: Count.meta({ description: 'Submitted in the period, without those merged into another one.' }),
  merged: Count.meta({ description: 'Merged into another one and counted nowhere else.' }),
  ...Rates,
  satisfaction: Share,
  unreached: Count.meta({ description: 'Called back and not reached; left out of the satisfaction.' }),
  hours: z
    .object({ counted: Count, median: Hours, p90: Hours })
    .meta({ description: 'From the start of the clock to the resolution, day and night, without pauses.' }),
  backlog: Count.meta({ description: 'Without an answer at the end of the period.' }),
};

/** A group's name; categories, sources and months are words and numbers that the one who shows them writes. */
const group = {
  key: z
    .string()
    .nullable()
    .meta({ description: 'An id, a whole region code or a month; null for requests that no agency leads.' }),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
};
const q = z
  .string()
  .nullable()
  .meta({ description: 'The filter that lists exactly what was received; null where it would be too long.' });

export const Stats = z
  .object({
    asOf: Instant,
    by: z.enum(STATS_BY),
    from: z.iso.date(),
    to: z.iso.date(),
    total: z.object({ q, ...figures }),
    rows: z.array(z.object({ ...group, q, ...figures })),
    groups: Count.meta({
      description: `How many there are; of more than ${FIGURES_GROUPS_MAX}, rows has those with the most requests.`,
    }),
  })
  .meta({
    id: 'Stats',
    description: 'Figures of requests in a period, as contract/figures.ts defines them.',
  });

export const StatsTrend = z
  .object({
    asOf: Instant,
    by: z.enum(STATS_BY),
    months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
    rows: z.array(
      z.object({
        key: group.key,
        points: z.array(z.object({ received: Count, ...Rates })).meta({ description: 'One for each month.' }),
      }),
    ),
  })
  .meta({ id: 'StatsTrend', description: 'Figures of each group month by month, oldest first.' });

const date = z.iso.date().refine((day) => day.startsWith('20'), 'lies outside this century');

const Asked = { by: z.enum(STATS_BY).default('agency'), q: ListRequestsQuery.shape.q };

export const StatsQuery = z.object({
  ...Asked,
  from: date.optional().meta({ description: 'First day; the first of the month of `to` when left out.' }),
  to: date.optional().meta({ description: 'Last day; today when left out.' }),
});

export const StatsTrendQuery = z.object({
  ...Asked,
  to: date.optional().meta({ description: 'A day of the last month; today when left out.' }),
  months: z.coerce.number().int().min(1).max(FIGURES_MONTHS_MAX).default(FIGURES_MONTHS_MAX),
});
