import type { RequestDetail } from '@district/contract/types.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { identityText } from '../../src/i18n/privacy-words.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';

/** Where it is and who asked; the platform has masked the person already. */
export function placeFacts(request: RequestDetail, language: Language): string[] {
  const { place, applicant } = request;
  const word = (key: 'place' | 'applicant' | 'anonymous') => translate(detailMessages, language, key);
  const grid = place.grid === null ? '' : translate(detailMessages, language, 'grid', { n: place.grid });
  const where = [place.region.path, place.address ?? '', grid].filter((part) => part !== '').join(' ');
  const who = applicant
    ? [
        applicant.name,
        applicant.phone ?? '',
        applicant.identity ? identityText(applicant.identity, language) : '',
      ]
        .filter((part) => part !== '')
        .join(' ')
    : word('anonymous');
  return [`${word('place')} ${where}`, `${word('applicant')} ${who}`];
}
