import type { Approval } from '@district/contract/types.ts';
import type { Language } from '../i18n/translate.ts';
import { approvalKindText, approvalStateText, stateText } from '../i18n/words.ts';

/** What became of an approval, in one line. */
export function approvalLines(approval: Approval, language: Language): string[] {
  const { request } = approval;
  const kind = approvalKindText(approval.kind, language);
  const state = approvalStateText(approval.state, language);
  return [
    `${approval.id}  ${kind}  ${state}  ${request.no}  ${stateText(request.state, language)}  ${request.title}`,
  ];
}
