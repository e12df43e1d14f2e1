import { LANGUAGES, type Language } from './translate.ts';

function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((known) => known === text);
}

/** The language to speak: flag, then DISTRICT_LANG, then settings, then a zh or en locale, English under C and POSIX, then Chinese. */
export function chooseLanguage(choice: {
  flag?: string | undefined;
  environment: NodeJS.ProcessEnv;
  setting?: string | undefined;
}): Language {
  const { flag, environment, setting } = choice;
  for (const wish of [flag, environment['DISTRICT_LANG'], setting]) if (isLanguage(wish)) return wish;
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  // A locale that has no Chinese characters would show them as gibberish.
  if (/^(?:C|POSIX)$/i.test(locale)) return 'en';
  return LANGUAGES.find((language) => new RegExp(`^${language}(?![a-z])`, 'i').test(locale)) ?? 'zh';
}
