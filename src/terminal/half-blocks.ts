/** Locales whose terminals often draw characters of ambiguous width two cells wide. */
const WIDE_LOCALE = /^(zh|ja|ko)/i;

/** Whether half blocks take one cell each, as far as the locale tells without asking the terminal. */
export function halfBlocksLineUp(environment: NodeJS.ProcessEnv): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  return /utf-?8/i.test(locale) && !WIDE_LOCALE.test(locale);
}
