import type { Attachment, RequestSummary } from '@district/contract/types.ts';
import { actionLabel } from '../../src/console/keys/action-label.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { sizeText } from '../../src/i18n/size-text.ts';
import { timeText } from '../../src/i18n/time.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { DetailLook } from './detail-look.ts';

/** What is attached, each with its size; opened on the command line, since a terminal shows no pictures. */
export function attachmentTexts(
  no: string,
  attachments: readonly Attachment[],
  { language }: DetailLook,
): string[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(({ name, sizeBytes }) => `${name} (${sizeText(sizeBytes)})`);
  const how = `district requests attachments ${no} --save .`;
  return [translate(detailMessages, language, 'attachments', { names: names.join('  '), how })];
}

/** Open requests nearby that may be about the same, and the key that joins this one with one of them. */
export function similarTexts(
  similar: readonly RequestSummary[],
  { language, keyChanges }: DetailLook,
): string[] {
  if (similar.length === 0) return [];
  const key = actionLabel('merge', keyChanges);
  return [
    translate(detailMessages, language, 'similar', { n: similar.length, key }),
    ...similar.map(
      ({ no, title, lead, submittedAt }) =>
        `${no}  ${title}  ${lead?.name ?? translate(detailMessages, language, 'nobody')}  ${timeText(submittedAt)}`,
    ),
  ];
}
