import type { HandOver } from '@district/contract/types.ts';
import { usageFailure } from './usage-failure.ts';

type Note = NonNullable<HandOver['notes']>[number];

const ABOUT_REQUEST = /^([a-z]{2}\d{6}-\d{4,6})\s*[=\s]\s*(.*)$/is;

/** `GL261112-0042=已约社区` or `GL261112-0042 已约社区` is about that request; what begins with no number is about none. */
export function handoverNote(text: string): Note {
  const about = ABOUT_REQUEST.exec(text.trim());
  const note: Note = about
    ? { no: about[1]?.toUpperCase() ?? '', text: about[2]?.trim() ?? '' }
    : { text: text.trim() };
  if (note.text !== '') return note;
  throw usageFailure(
    { en: 'A note without words says nothing.', zh: '备注里没有写字。' },
    {
      en: 'Write it as --note GL261112-0042=TEXT, or --note TEXT.',
      zh: '写作 --note 单号=内容,或 --note 内容。',
    },
  );
}
