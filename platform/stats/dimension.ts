import type { StatsBy } from '@district/contract/vocabulary.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { beginOf, endOf, type Month } from './period.ts';

type Key = string | null;

/** Text, so that the groups of every kind come in the same shape. */
export function keyColumn(by: StatsBy, months: readonly Month[]): RawBuilder<Key> {
  if (by === 'agency')
    return sql<Key>`case when requests.lead like 'agency:%' then substr(requests.lead, 8) end`;
  if (by === 'community') return sql<Key>`requests.region`;
  // Which month it is reckoned in is for us to say, and not for the database's zone.
  if (by === 'month') return sql<Key>`${monthColumn(sql`requests.submitted_at`, months)}::text`;
  return sql<Key>`requests.${sql.ref(by)}`;
}

/** The place of an instant among months that follow each other: 0 before the first, their number after the last. */
export function monthColumn(instant: RawBuilder<unknown>, months: readonly Month[]): RawBuilder<number> {
  const [first] = months;
  const bounds = [...(first ? [beginOf(first)] : []), ...months.map(endOf)];
  const begins = bounds.map((bound) => bound.toISOString());
  return sql<number>`(width_bucket(${instant}, ${begins}::timestamptz[]) - 1)`;
}

/** What a group is called in both languages; null where whoever shows it has the word. */
export function namesOf(by: StatsBy, key: Key, { agencies, regions, items }: Dictionaries) {
  const names = (zh: string | undefined, en = zh) => ({ nameZh: zh ?? key, nameEn: en ?? key });
  if (key === null) return { nameZh: null, nameEn: null };
  if (by === 'agency') return names(agencies.get(key)?.name_zh, agencies.get(key)?.name_en);
  if (by === 'item') return names(items.get(key)?.name_zh, items.get(key)?.name_en);
  if (by === 'street' || by === 'community') return names(regions.get(key)?.name);
  return { nameZh: null, nameEn: null };
}
