import { NOTICE_LENGTHS_MAX } from '@district/contract/limits.ts';
import type { NoticeChannel } from '@district/contract/vocabulary.ts';
import { channelText } from '../../i18n/notice-words.ts';
import type { Bilingual } from '../operation.ts';

const PARTS_ZH = { title: '标题', body: '正文' } as const;

/** Which channel a text is too long for, and by how much, before the platform is asked; undefined when it fits all. */
export function tooLong(
  text: { title: string; body: string },
  channels: readonly NoticeChannel[],
): Bilingual | undefined {
  for (const channel of channels) {
    for (const part of ['title', 'body'] as const) {
      const max = NOTICE_LENGTHS_MAX[channel][part];
      const length = [...text[part]].length;
      if (length <= max) continue;
      return {
        en: `The channel ${channel} takes a ${part} of ${max} characters at most; this one has ${length}.`,
        zh: `${channelText(channel, 'zh')}(${channel})的${PARTS_ZH[part]}最多 ${max} 字,这份有 ${length} 字。`,
      };
    }
  }
  return undefined;
}
