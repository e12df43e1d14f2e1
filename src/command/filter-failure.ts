import type { FilterError } from '@district/contract/filter/terms.ts';
import { FILTER_LENGTH_MAX, FILTER_TERMS_MAX } from '@district/contract/limits.ts';
import { cellWidth } from '../output/cell-width.ts';
import type { Bilingual } from './operation.ts';

/** A filter that cannot be read, with the word underlined: the filter, and below it `^^^^` in the same columns. */
export function pointedAt(filter: string, { at, length }: FilterError): [line: string, underline: string] {
  const marks = '^'.repeat(Math.max(1, cellWidth(filter.slice(at, at + length))));
  return [filter, ' '.repeat(cellWidth(filter.slice(0, at))) + marks];
}

/** What is wrong with one word of a filter, or with all of it, and the nearest right one. */
export function filterSentence({ code, word, suggestion }: FilterError): Bilingual {
  const whole = FILTER_REFUSALS[code];
  if (whole) return whole;
  return {
    en: `${JSON.stringify(word)} cannot be read${suggestion ? `; did you mean ${suggestion}?` : ''}`,
    zh: `${JSON.stringify(word)} 读不懂${suggestion ? `,是否想用 ${suggestion}?` : ''}`,
  };
}

/** Where no single word is to blame. */
export const FILTER_REFUSALS: Partial<Record<FilterError['code'], Bilingual>> = {
  too_long: {
    en: `it is longer than the ${FILTER_LENGTH_MAX} characters a filter may have`,
    zh: `超过筛选最多的 ${FILTER_LENGTH_MAX} 个字`,
  },
  too_many_terms: {
    en: `it has more than the ${FILTER_TERMS_MAX} terms a filter may have; alternatives go into one, with commas`,
    zh: `超过筛选最多的 ${FILTER_TERMS_MAX} 项;同类的可用逗号并为一项`,
  },
  unclosed_quote: { en: 'a quote is not closed', zh: '引号没有成对' },
};
