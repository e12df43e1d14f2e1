import type { RequestFacets } from '@district/contract/types.ts';
import type { Facet } from '@district/contract/vocabulary.ts';
import type { Language } from './translate.ts';
import {
  approvalKindText,
  categoryText,
  lightText,
  ratingText,
  reader,
  sourceText,
  stateText,
  type Word,
} from './words.ts';

const FACET_WORDS: Record<Facet, Word> = {
  light: ['灯', 'light'],
  state: ['状态', 'state'],
  to: ['承办', 'lead'],
  street: ['街道', 'street'],
  community: ['社区', 'community'],
  category: ['类别', 'category'],
  item: ['事项', 'matter'],
  source: ['来源', 'source'],
  approval: ['待批', 'approval'],
  rating: ['评价', 'rating'],
};
export const facetText = reader(FACET_WORDS);

/** Where a facet has no value. */
const NONE_WORDS: Partial<Record<Facet, Word>> = {
  light: ['已办完', 'finished'],
  to: ['未派', 'nobody'],
  community: ['未注明', 'not known'],
  approval: ['无', 'none'],
  rating: ['未评', 'not rated'],
};

const VALUE_TEXTS: Partial<Record<Facet, (word: string, language: Language) => string>> = {
  light: lightText,
  state: stateText,
  category: categoryText,
  source: sourceText,
  approval: approvalKindText,
  rating: ratingText,
};

type FacetValue = RequestFacets['facets'][number]['values'][number];

/** A value in words: from the dictionaries, else the contract's own, else as it came. */
export function facetValueText(by: Facet, { value, nameZh, nameEn }: FacetValue, language: Language): string {
  const none = value === 'none' ? NONE_WORDS[by] : undefined;
  if (none) return none[language === 'zh' ? 0 : 1];
  const name = language === 'en' ? (nameEn ?? nameZh) : nameZh;
  return name ?? VALUE_TEXTS[by]?.(value, language) ?? value;
}

/** `213`, or `213+` where there may be more. */
export function countText(count: number, capped: boolean): string {
  return capped ? `${count}+` : String(count);
}
