/** What bytes a terminal takes for text, as far as its locale tells. */
export type Charset = 'utf-8' | 'gb18030' | 'ascii';

/** The first that is given speaks, as POSIX has it. None at all says nothing: most terminals take UTF-8 today. */
export function localeCharset(environment: NodeJS.ProcessEnv): Charset {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  if (/^(?:C|POSIX)$/i.test(locale)) return 'ascii';
  return /\.(?:gb-?18030|gbk|gb2312|euc-?cn)(?:@|$)/i.test(locale) ? 'gb18030' : 'utf-8';
}

/** Turns what a person reads into what the terminal takes; undefined where that is UTF-8, which costs nothing. */
export async function terminalEncoder(
  environment: NodeJS.ProcessEnv,
): Promise<((text: string) => string | Uint8Array) | undefined> {
  switch (localeCharset(environment)) {
    case 'utf-8':
      return undefined;
    case 'ascii':
      return (await import('./ascii.ts')).asciiText;
    case 'gb18030':
      return (await import('./gb18030.ts')).gb18030Bytes;
  }
}
