import type {
  Dataset,
  ProgressCell,
  ProgressGrid,
  ProgressGridRow,
  ProgressTrend,
} from '@district/contract/types.ts';
import type { RolloutState, Verdict } from '@district/contract/vocabulary.ts';
import datasets from '../../platform/sandbox/data/datasets.json' with { type: 'json' };
import { NOW } from './sample-data.ts';

const DATASETS: Dataset[] = datasets.map(({ targetSourceZh: _, ...dataset }) => ({
  ...dataset,
  validFrom: '2016-01-01',
  validTo: null,
  successors: [],
}));

interface Place {
  code: string;
  name: string;
  state: RolloutState;
  verdict: Verdict;
  /** Of person, household …; a figure each in percentage points. */
  gaps: readonly number[];
  accuracy: number | null;
  forecastAt: string | null;
}

const STREETS: readonly Place[] = [
  {
    code: '320302008000',
    name: '拾屯街道',
    state: 'entering',
    verdict: 'behind',
    gaps: [-12, -9, -4, 1, 0, 2, -6, -15, -3],
    accuracy: 0.97,
    forecastAt: '2027-01-22',
  },
  {
    code: '320302002000',
    name: '丰财街道',
    state: 'entering',
    verdict: 'fast_and_wrong',
    gaps: [6, 5, 3, 2, 0, 3, 1, 2, 4],
    accuracy: 0.814,
    forecastAt: '2026-12-18',
  },
  {
    code: '320302003000',
    name: '琵琶街道',
    state: 'verified',
    verdict: 'on_track',
    gaps: [1, 2, 0, 0, 0, 0, 1, 0, 1],
    accuracy: 0.99,
    forecastAt: '2026-12-20',
  },
  {
    code: '320302001000',
    name: '黄楼街道',
    state: 'live',
    verdict: 'complete',
    gaps: [22, 22, 22, 22, 22, 22, 22, 22, 22],
    accuracy: 0.99,
    forecastAt: null,
  },
];

const COMMUNITIES: readonly Place[] = [
  {
    code: '320302008001',
    name: '拾屯社区',
    state: 'entering',
    verdict: 'behind',
    gaps: [-24, -9, -4, 1, 0, 2, -6, -15, -3],
    accuracy: 0.97,
    forecastAt: '2027-02-01',
  },
];

const EXPECTED = 0.776;
const TARGET = 18_900;

function aCell(place: Place, dataset: string, gap: number): ProgressCell {
  const finished = place.verdict === 'complete';
  const coverage = finished ? 1 : EXPECTED + gap / 100;
  return {
    dataset,
    target: TARGET,
    targetSourceZh: '公安户籍与居住登记',
    entered: Math.round(TARGET * coverage),
    coverage,
    completeness: 0.98,
    accuracy: place.accuracy,
    timeliness: 0.95,
    expected: EXPECTED,
    gap,
    behindSince: gap <= -1 ? '2026-11-02' : null,
    forecastAt: finished ? null : place.forecastAt,
    verdict: gap <= -1 ? 'behind' : place.verdict === 'behind' ? 'on_track' : place.verdict,
    pace: 310,
    paceNeeded: finished ? 0 : 520,
    startDate: '2026-09-26',
    dueDate: '2026-12-31',
    provisional: false,
  };
}

function aRow(place: Place): ProgressGridRow {
  return {
    region: { code: place.code, name: place.name, path: `鼓楼区/${place.name}` },
    state: place.state,
    accuracy: place.accuracy,
    behindSince: place.verdict === 'behind' ? '2026-11-02' : null,
    forecastAt: place.forecastAt,
    dueDate: '2026-12-31',
    verdict: place.verdict,
    cells: DATASETS.map(({ id }, at) => aCell(place, id, place.gaps[at] ?? 0)),
  };
}

/** Gulou's streets, or the communities of one of them. */
export function aGrid(region?: string): ProgressGrid {
  const street = STREETS.find(({ code }) => code === region);
  const name = street?.name ?? '鼓楼区';
  return {
    asOf: NOW,
    region: { code: street?.code ?? '320302000000', name, path: name },
    datasets: DATASETS,
    rows: (street ? COMMUNITIES : STREETS).map(aRow),
  };
}

export function aTrend(region: string, dataset: string): ProgressTrend {
  const found = [...STREETS, ...COMMUNITIES].find(({ code }) => code === region);
  const { id, nameZh, nameEn, shortZh, unit } = DATASETS.find((one) => one.id === dataset) as Dataset;
  const name = found?.name ?? region;
  return {
    asOf: NOW,
    region: { code: region, name, path: name },
    dataset: { id, nameZh, nameEn, shortZh },
    unit,
    target: TARGET,
    points: Array.from({ length: 11 }, (_, at) => ({
      date: `2026-11-${String(at + 10).padStart(2, '0')}`,
      entered: TARGET * (0.5 + at / 100),
      actual: 0.5 + at / 100,
      expected: 0.6 + at / 60,
      accuracy: 0.97,
    })),
  };
}
