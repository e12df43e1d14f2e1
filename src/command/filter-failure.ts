import type { FilterError } from '@district/contract/filter/terms.ts';
import { cellWidth } from '../output/cell-width.ts';
import type { Bilingual } from './operation.ts';

/** A filter that cannot be read, with the word underlined: the filter, and below it `^^^^` in the same columns. */
export function pointedAt(filter: string, { at, length }: FilterError): [line: string, underline: string] {
  const marks = '^'.repeat(Math.max(1, cellWidth(filter.slice(at, at + length))));
  return [filter, ' '.repeat(cellWidth(filter.slice(0, at))) + marks];
}

/** What is wrong with one word of a filter, and the nearest right one. */
export function filterSentence({ word, suggestion }: FilterError): Bilingual {
  return {
    en: `${JSON.stringify(word)} cannot be read${suggestion ? `; did you mean ${suggestion}?` : ''}`,
    zh: `${JSON.stringify(word)} 读不懂${suggestion ? `,是否想用 ${suggestion}?` : ''}`,
  };
}
