import { FILTER_KEYS } from '@district/contract/filter/parse.ts';
import { keyText } from '../i18n/filter-words.ts';
import type { Language } from '../i18n/translate.ts';
import { padToWidth } from '../output/cell-width.ts';
import { valuesOf } from './complete-filter.ts';

const KEY_CELLS = Math.max(...FILTER_KEYS.map((key) => key.length)) + 3;
const SUMMARY_CELLS = { zh: 20, en: 36 } as const;
/** What only the platform can list, by example. */
const EXAMPLES: Readonly<Record<string, string>> = {
  region: '3203, 320302, 320302003',
  district: '320302',
  street: '320302003',
  community: '320302003001, none',
  to: 'agency:housing, street:320302003, none',
  assistant: 'agency:housing',
  unit: 'agency:housing',
  item: 'street_light_repair',
  no: 'GL261112-0042, GL261112',
  external: '12345-261112',
  due: 'today, <2026-12-01',
  statutory: 'today, <2026-12-01',
  submitted: '>=2026-11-01',
  acted: 'yesterday, <=2026-11-01',
};
const NO_NAMES = { units: [], regions: [], items: [] };

/** The filter language on one page, for --help of what takes a filter. */
export function filterHelp(language: Language): string[] {
  const rules =
    language === 'zh'
      ? ['筛选:', '  各词须同时满足;前加 - 为不是;逗号之间任一;别的字在诉求里找,单号可直接写']
      : [
          'Filter:',
          '  All words hold; - before one negates; a comma is “or”; other words are text; a number stands alone',
        ];
  return [...rules, ...FILTER_KEYS.map((key) => keyLine(key, language))];
}

function keyLine(key: string, language: Language): string {
  const known = valuesOf(key, NO_NAMES, language).map(({ word }) => word);
  const values = EXAMPLES[key] ?? known.join(', ');
  const summary = padToWidth(keyText(key, language), SUMMARY_CELLS[language]);
  return `  ${`${key}:`.padEnd(KEY_CELLS)}${summary}  ${values}`;
}
