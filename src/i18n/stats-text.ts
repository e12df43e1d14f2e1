import type { StatsRow, StatsShare } from '@district/contract/types.ts';
import type { StatsBy } from '@district/contract/vocabulary.ts';
import { shareText } from './progress-text.ts';
import type { Language } from './translate.ts';
import { categoryText, reader, sourceText, type Word } from './words.ts';

const BY_WORDS: Record<StatsBy, Word> = {
  agency: ['部门', 'agency'],
  street: ['街道', 'street'],
  community: ['社区', 'community'],
  item: ['事项', 'item'],
  category: ['类别', 'category'],
  source: ['来源', 'source'],
  month: ['月份', 'month'],
};
/** What one groups by: `部门`, `agency`. */
export const statsByText = reader(BY_WORDS);

const NO_AGENCY: Record<Language, string> = { zh: '非部门承办', en: 'not with an agency' };

/** What a group is called. */
export function statsGroupText(
  row: Pick<StatsRow, 'key' | 'nameZh' | 'nameEn'>,
  by: StatsBy,
  language: Language,
) {
  if (row.key === null) return NO_AGENCY[language];
  if (by === 'category') return categoryText(row.key, language);
  if (by === 'source') return sourceText(row.key, language);
  return (language === 'zh' ? row.nameZh : row.nameEn) ?? row.key;
}

const WITHHELD: Record<Language, string> = { zh: '不足5件', en: 'under 5' };

/** `92.0%`; `-` where there is nothing to take a share of; in words where it would tell single opinions. */
export function statsShareText({ numerator, share }: StatsShare, language: Language): string {
  return numerator === null ? WITHHELD[language] : shareText(share);
}

/** `12.5`, `-` where nothing was timed. */
export function hoursText(hours: number | null): string {
  return hours === null ? '-' : hours.toFixed(1);
}
