import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { expectedOf } from '../../progress/rules.ts';
import { type WorkingDays, workingDaysOf } from '../../progress/working-days.ts';
import type { EntryCountsTable, EntryTasksTable, RolloutTable } from '../../store/schema/progress.ts';
import datasets from '../data/datasets.json' with { type: 'json' };
import figures from '../data/figures-2017.json' with { type: 'json' };
import { type Course, courseOf, gapShare } from './entry-course.ts';
import { GULOU, PLACES, type Place, population } from './places.ts';
import { randomOf } from './random.ts';

/** Entering began this many days ago and is due in as many again; the first three datasets are due first. */
const STARTED_DAYS_AGO = 60;
const DUE_IN_DAYS = [25, 25, 25] as const;
const OTHERS_DUE_IN_DAYS = 38;
/** Where the platform was only just installed, entering begins next week. */
const STARTS_IN_DAYS = 7;
/** A finished street was finished when this share of the time had gone by. */
const FINISHED_AT = 0.85;
/** Outside Gulou the roll-out has come to people, households and dwellings. */
const DATASETS_ELSEWHERE = 3;
/** Communities of a street differ by this many percentage points at most, either way. */
const SPREAD_POINTS = 3;

/** What the source counts in Gulou: over 50,000 households, nearly 150,000 residents; the rest on their scale. */
const HOUSEHOLDS = figureOf('gulou_registered_households') + 312;
const PERSONS = figureOf('gulou_residents_served') - 418;
const GULOU_TOTALS: Readonly<Record<string, number>> = {
  person: PERSONS,
  household: HOUSEHOLDS,
  dwelling: 53_870,
  employer: 6_840,
  social_org: 655,
  worker: 584,
  volunteer: 9_760,
  assisted_person: 5_230,
  facility: 2_920,
};

export interface GeneratedTask {
  task: EntryTasksTable;
  /** Reckoned when asked for: forty thousand rows would hold up the first screen. */
  counts(): EntryCountsTable[];
}

export interface GeneratedEntry {
  rollout: RolloutTable[];
  tasks: GeneratedTask[];
}

function figureOf(key: string): number {
  return figures.figures.find((figure) => figure.key === key)?.value ?? 0;
}

/** Data entry as it stands on the morning of a day: the same for the same day. */
export function generateEntry(anchor: PlainDate, calendar: WorkingCalendar): GeneratedEntry {
  const days = workingDaysOf(
    calendar,
    addDays(anchor, -STARTED_DAYS_AGO),
    addDays(anchor, OTHERS_DUE_IN_DAYS + STARTS_IN_DAYS + STARTED_DAYS_AGO),
  );
  const streets = Map.groupBy(PLACES, ({ street }) => street);
  const tasks = [...streets].flatMap(([street, places]) => tasksOf(street, places, anchor, days));
  return { rollout: [...streets].flatMap(([street, places]) => rolloutOf(street, places, anchor)), tasks };
}

function rolloutOf(street: string, places: readonly Place[], anchor: PlainDate): RolloutTable[] {
  const { state } = courseOf(street);
  const since = state === 'not_installed' ? null : addDays(anchor, -STARTED_DAYS_AGO);
  const district = street.slice(0, 6);
  return [street, ...places.map(({ region }) => region)].map((region) => ({
    district,
    region,
    street,
    state,
    since,
  }));
}

function tasksOf(
  street: string,
  places: readonly Place[],
  anchor: PlainDate,
  days: WorkingDays,
): GeneratedTask[] {
  const course = courseOf(street);
  const district = street.slice(0, 6);
  const wanted = district === GULOU ? datasets : datasets.slice(0, DATASETS_ELSEWHERE);
  const spread = spreadOf(places);
  return places.flatMap((place, at) =>
    wanted.map((dataset, index) => {
      const dueIn = DUE_IN_DAYS[index] ?? OTHERS_DUE_IN_DAYS;
      const task = {
        district,
        region: place.region,
        dataset: dataset.id,
        street,
        target: targetOf(place, dataset.id),
        target_source_zh: dataset.targetSourceZh,
        start_date: startOf(course, anchor),
        due_date: lastWorkday(
          days,
          addDays(anchor, course.gaps?.length === 0 ? dueIn + STARTED_DAYS_AGO : dueIn),
        ),
      };
      const points = course.gaps === null ? null : (course.gaps[index] ?? 0) + (spread[at] ?? 0);
      // Communities round up one after the other, so that a street's sum stays true where their targets are small.
      const carry = (at + 0.5) / places.length;
      return { task, counts: () => countsOf(task, { ...course, points, carry }, anchor, days) };
    }),
  );
}

function lastWorkday({ dates }: WorkingDays, until: PlainDate): PlainDate {
  return dates.findLast((date) => date <= until) ?? until;
}

function startOf({ state }: Course, anchor: PlainDate): PlainDate | null {
  if (state === 'not_installed') return null;
  return addDays(anchor, state === 'installed' ? STARTS_IN_DAYS : -STARTED_DAYS_AGO);
}

const GULOU_POPULATION = PLACES.filter(({ district }) => district === GULOU).reduce(
  (sum, place) => sum + population(place),
  0,
);

function targetOf(place: Place, dataset: string): number {
  const share = population(place) / GULOU_POPULATION;
  return Math.max(1, Math.round((GULOU_TOTALS[dataset] ?? 0) * share));
}

/** How far each community is from its street's course, in percentage points; nothing over the street. */
function spreadOf(places: readonly Place[]): number[] {
  const raw = places.map(({ region }) => (randomOf(`entry ${region}`).next() * 2 - 1) * SPREAD_POINTS);
  const weights = places.map(population);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const mean = raw.reduce((sum, points, at) => sum + points * (weights[at] ?? 0), 0) / weight;
  return raw.map((points) => points - mean);
}

/** What each finished working day added, so that the sums come to the course. */
function countsOf(
  task: EntryTasksTable,
  { accuracy, points, carry }: Course & { points: number | null; carry: number },
  anchor: PlainDate,
  days: WorkingDays,
): EntryCountsTable[] {
  if (task.start_date === null || task.start_date >= anchor) return [];
  const random = randomOf(`entry ${task.region} ${task.dataset}`);
  const shares = {
    complete: Math.min(1, accuracy + 0.01 + random.next() * 0.02),
    accurate: Math.min(1, accuracy + (random.next() - 0.5) * 0.01),
    on_time: 0.9 + random.next() * 0.09,
  };
  const done = days.dates.filter((date) => date < anchor);
  let before = { entered: 0, complete: 0, accurate: 0, on_time: 0 };
  return done.flatMap((date, at) => {
    const time = (at + 1) / done.length;
    const coverage =
      points === null
        ? time / FINISHED_AT
        : expectedOf(
            { target: task.target, startDate: task.start_date, dueDate: task.due_date },
            date,
            days,
          ) +
          (points / 100) * gapShare(time);
    const reached = Math.floor(task.target * Math.min(1, Math.max(0, coverage)) + carry);
    const entered = Math.min(task.target, Math.max(before.entered, reached));
    const now = {
      entered,
      complete: Math.round(entered * shares.complete),
      accurate: Math.round(entered * shares.accurate),
      on_time: Math.round(entered * shares.on_time),
    };
    const { district, region, dataset, street } = task;
    const added = {
      entered: now.entered - before.entered,
      complete: now.complete - before.complete,
      accurate: now.accurate - before.accurate,
      on_time: now.on_time - before.on_time,
    };
    before = now;
    return added.entered === 0 ? [] : [{ district, region, dataset, date, street, ...added }];
  });
}
