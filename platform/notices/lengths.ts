import { NOTICE_LENGTHS_MAX } from '@district/contract/limits.ts';
import type { NoticeChannel } from '@district/contract/vocabulary.ts';
import { ProblemError } from '../http/problem.ts';

/** Each channel's own limits; characters are counted as people count them, by code point. */
export function refuseTooLong(
  text: { title: string; body: string },
  channels: readonly NoticeChannel[],
): void {
  for (const channel of channels) {
    for (const part of ['title', 'body'] as const) {
      const max = NOTICE_LENGTHS_MAX[channel][part];
      const length = [...text[part]].length;
      if (length <= max) continue;
      const message = `the channel ${channel} takes a ${part} of ${max} characters at most, this has ${length}`;
      throw new ProblemError('invalid', `Too long: ${message}. Shorten it, or leave the channel out.`, {
        fields: [{ path: part, message }],
      });
    }
  }
}
