import { noticeStateText } from './notice-words.ts';
import type { Language } from './translate.ts';
import { approvalStateText, reader, stateText } from './words.ts';

const settingStateText = reader({ set: ['已设定', 'set'] });

/** What a thing is now, whichever kind of thing somebody has changed in between. */
export function currentStateText(state: string, language: Language): string {
  const readers = [stateText, approvalStateText, noticeStateText, settingStateText];
  const words = readers.map((read) => read(state, language));
  return words.find((word) => word !== state) ?? state;
}
