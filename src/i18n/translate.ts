export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Messages of one part of the product; both languages carry the same keys, which the compiler checks. */
export interface Messages<K extends string> {
  zh: Readonly<Record<K, string>>;
  en: Readonly<Record<K, string>>;
}

export function defineMessages<K extends string>(
  zh: Readonly<Record<K, string>>,
  en: Readonly<Record<NoInfer<K>, string>>,
): Messages<K> {
  return { zh, en };
}

/**
 * Fills `{name}` places of a message; a place without a value stays visible so that a test finds it. A platform of a later minor version
 * may send a word that is not known here: it is shown as it came.
 */
export function translate<K extends string>(
  messages: Messages<K>,
  language: Language,
  key: K,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const known = messages[language];
  if (!Object.hasOwn(known, key)) return key;
  return known[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
