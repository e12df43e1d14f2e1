import type { Stats, StatsRow, StatsShare, StatsTrend } from '@district/contract/types.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import { NOW } from './sample-data.ts';

function aShare(numerator: number | null, denominator: number, received: number): StatsShare {
  const share = numerator === null || denominator === 0 ? null : numerator / denominator;
  return { numerator, denominator, leftOut: received - denominator, share };
}

function figures(received: number, opinions: number) {
  const resolved = Math.floor(received * 0.8);
  return {
    received,
    merged: 2,
    response: aShare(received - 1, received, received),
    resolution: aShare(resolved, received, received),
    satisfaction: aShare(opinions > 0 && opinions < 5 ? null : Math.max(0, opinions - 1), opinions, received),
    unreached: 3,
    onTime: aShare(resolved - 4, resolved, received),
    onTimeStatutory: aShare(resolved - 1, resolved, received),
    hours: { counted: resolved, median: 41.5, p90: 160.2 },
    backlog: received - resolved,
  };
}

const AGENCIES: readonly (readonly [
  key: string | null,
  zh: string | null,
  received: number,
  opinions: number,
])[] = [
  ['urban_management', '城市管理局', 85, 40],
  ['housing', '房产服务中心', 40, 4],
  ['civil_affairs', '民政局', 12, 5],
  [null, null, 10, 0],
];

interface Query {
  by?: StatsBy;
  from?: string;
  to?: string;
  q?: string;
}

/** Four agencies, or the months of the period. */
export function someStats({ by = 'agency', from = '', to = '', q = '' }: Query): Stats {
  const filter = (group: string) => [q, group, `submitted:>=${from}`].filter(Boolean).join(' ');
  const months = by === 'month' ? [from.slice(0, 7), to.slice(0, 7)] : [];
  const rows: StatsRow[] =
    by === 'month'
      ? months.map((key, at) => ({
          ...{ key, nameZh: null, nameEn: null, q: filter('') },
          ...figures(60 + 20 * at, 30),
        }))
      : AGENCIES.map(([key, nameZh, received, opinions]) => ({
          ...{ key, nameZh, nameEn: key, q: filter(`to:agency:${key}`) },
          ...figures(received, opinions),
        }));
  return {
    asOf: NOW,
    by,
    from,
    to,
    total: { q: filter(''), ...figures(147, 49) },
    rows,
    groups: rows.length,
  };
}

export function someStatsTrend({ by = 'agency', months = 6 }: { by?: StatsBy; months?: number }): StatsTrend {
  return {
    asOf: NOW,
    by,
    months: Array.from({ length: months }, (_, at) => `2026-${String(12 - months + at).padStart(2, '0')}`),
    rows: AGENCIES.map(([key]) => ({
      key,
      points: Array.from({ length: months }, (_, at) => {
        const received = at === 0 ? 0 : 10 * at;
        return {
          received,
          response: aShare(received, received, received),
          resolution: aShare(at > 1 ? received - 2 * at : received, received, received),
          onTime: aShare(received - 3 * at, received, received),
          onTimeStatutory: aShare(received, received, received),
        };
      }),
    })),
  };
}
