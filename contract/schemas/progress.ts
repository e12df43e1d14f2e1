import * as z from 'zod';
import { TREND_WORKING_DAYS_MAX } from '../limits.ts';
import { PROGRESS_BY, ROLLOUT_STATES, VERDICTS } from '../vocabulary.ts';
import { Validity } from './dictionaries.ts';
import { Instant, PageQuery, pageOf, RegionCode, RegionRef } from './fields.ts';

/** A noun in both languages with what tells it apart in a narrow column. */
const Named = { id: z.string(), nameZh: z.string(), nameEn: z.string() };

export const Unit = z
  .object(Named)
  .meta({ id: 'Unit', description: 'What is counted: persons and households never add up to one figure.' });

export const Dataset = z
  .object({
    ...Named,
    shortZh: z.string(),
    unit: Unit,
    requiredFields: z.array(z.object(Named)).meta({ description: 'A record is complete with these.' }),
    restricted: z.boolean().meta({ description: 'About people who need protection.' }),
    ...Validity,
  })
  .meta({ id: 'Dataset', description: 'A base dataset that communities enter.' });
export const DatasetPage = pageOf(Dataset, 'DatasetPage');

const DatasetRef = z.object({ ...Named, shortZh: z.string() });

const Share = z.number().min(0);
const Measures = {
  coverage: Share.meta({ description: 'Entered over target; above 1 when the target was too low.' }),
  completeness: Share.nullable().meta({ description: 'Of the entered, those with all required fields.' }),
  accuracy: Share.nullable().meta({ description: 'Of the entered, those that pass their checks.' }),
  timeliness: Share.nullable().meta({ description: 'Of the entered, those entered in time.' }),
};
const Standing = {
  expected: Share.meta({
    description:
      'The coverage due by now: working days over of all working days from start to due date; a day counts when it is over.',
  }),
  gap: z.number().meta({ description: 'Coverage minus expected, in percentage points; negative is behind.' }),
  behindSince: z.iso.date().nullable().meta({ description: 'The working day from which on it is behind.' }),
  forecastAt: z.iso
    .date()
    .nullable()
    .meta({ description: 'When it is finished at the pace of the last five working days.' }),
  verdict: z.enum(VERDICTS),
};

const Figures = {
  target: z.number().int(),
  targetSourceZh: z.string().nullable().meta({ description: 'Where the targets come from, if all agree.' }),
  entered: z.number().int(),
  ...Measures,
  ...Standing,
  pace: z.number().meta({ description: 'Units a working day, over the last five.' }),
  paceNeeded: z
    .number()
    .nullable()
    .meta({ description: 'Units a working day to be finished when due; null after that.' }),
  startDate: z.iso.date().nullable(),
  dueDate: z.iso.date(),
  provisional: z.boolean().meta({ description: 'A year in between has no published calendar yet.' }),
};

export const ProgressRow = z
  .object({
    region: RegionRef,
    state: z.enum(ROLLOUT_STATES).nullable(),
    dataset: DatasetRef,
    unit: Unit.meta({ description: 'Of target, entered, pace and paceNeeded.' }),
    ...Figures,
  })
  .meta({
    id: 'ProgressRow',
    description: 'One dataset in one region; `state` is null where streets differ.',
  });
export const ProgressPage = pageOf(ProgressRow, 'ProgressPage')
  .extend({ asOf: Instant })
  .meta({ id: 'ProgressPage' });

export const ProgressGrid = z
  .object({
    asOf: Instant,
    region: RegionRef,
    datasets: z.array(Dataset),
    rows: z.array(
      z.object({
        region: RegionRef,
        state: z.enum(ROLLOUT_STATES),
        accuracy: Share.nullable().meta({
          description: 'Of all records entered, whatever they are about, those that pass their checks.',
        }),
        behindSince: z.iso.date().nullable(),
        forecastAt: z.iso
          .date()
          .nullable()
          .meta({ description: 'Of the dataset finished last, among those behind if any are.' }),
        dueDate: z.iso.date(),
        verdict: z.enum(VERDICTS).meta({ description: 'The worst of its datasets.' }),
        cells: z.array(z.object({ dataset: z.string(), ...Figures })),
      }),
    ),
  })
  .meta({ id: 'ProgressGrid', description: 'The regions below one by dataset, worst first.' });

export const ProgressTrend = z
  .object({
    asOf: Instant,
    region: RegionRef,
    dataset: DatasetRef,
    unit: Unit,
    target: z.number().int(),
    points: z.array(
      z.object({
        date: z.iso.date(),
        entered: z.number().int(),
        actual: Share,
        expected: Share,
        accuracy: Share.nullable(),
      }),
    ),
  })
  .meta({ id: 'ProgressTrend', description: 'Coverage at the end of each working day, oldest first.' });

const Region = { region: RegionCode.optional().meta({ description: 'One’s own subtree when left out.' }) };

export const ProgressQuery = z.object({
  by: z.enum(PROGRESS_BY).optional().meta({ description: 'Street, or community below one, when left out.' }),
  ...Region,
  dataset: z.string().max(64).optional(),
  behind: z.enum(['true', 'false']).default('false'),
  ...PageQuery,
});
export const GridQuery = z.object(Region);
export const TrendQuery = z.object({
  ...Region,
  dataset: z.string().max(64),
  days: z.coerce.number().int().min(1).max(TREND_WORKING_DAYS_MAX).default(TREND_WORKING_DAYS_MAX),
});
