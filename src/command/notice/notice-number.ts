import { quoted, usageFailure } from '../usage-failure.ts';

const NUMBER = /^TZ-[A-Z]{2}\d{6}-\d{4,6}$/;

/** A notice's number as the platform knows it; people type it in lower case. Throws a usage failure when it is none. */
export function noticeNumber(text: string): string {
  const no = text.trim().toUpperCase();
  if (NUMBER.test(no)) return no;
  throw usageFailure(
    { en: `${quoted(text)} is not a notice number.`, zh: `${quoted(text)} 不是通知编号。` },
    { en: 'A number looks like TZ-GL261125-0001.', zh: '编号形如 TZ-GL261125-0001。' },
  );
}
