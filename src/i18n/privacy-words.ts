import type { IdentityType } from '@district/contract/identity-document.ts';
import type { RevealField, RevealMeans } from '@district/contract/vocabulary.ts';
import type { Language } from './translate.ts';
import { reader, type Word } from './words.ts';

const REVEAL_FIELD_WORDS: Record<RevealField, Word> = {
  name: ['姓名', 'name'],
  phone: ['电话', 'phone'],
  identity: ['证件号码', 'identity'],
  address: ['地址', 'address'],
  text: ['诉求原文', 'text'],
};

const REVEAL_MEANS_WORDS: Record<RevealMeans, Word> = {
  reveal: ['查看', 'reveal'],
  export: ['导出', 'export'],
};

const IDENTITY_TYPE_WORDS: Record<IdentityType, Word> = {
  resident_identity: ['居民身份证', 'resident identity'],
  residence_permit_hmt: ['港澳台居民居住证', 'residence permit (Hong Kong, Macao, Taiwan)'],
  passport: ['护照', 'passport'],
  none: ['无证件', 'no document'],
};

export const revealFieldText = reader(REVEAL_FIELD_WORDS);
export const revealMeansText = reader(REVEAL_MEANS_WORDS);
const identityTypeText = reader(IDENTITY_TYPE_WORDS);

/** `居民身份证 3203**********1234`, or that there is none. */
export function identityText(
  { type, number }: { type: IdentityType; number: string | null },
  language: Language,
): string {
  return [identityTypeText(type, language), number].filter(Boolean).join(' ');
}
