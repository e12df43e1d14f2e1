export interface Bilingual {
  zh: string;
  en: string;
}

export type Language = keyof Bilingual;

/** What was chosen on a page, else what the browser asks for first of the two; Chinese where it asks for neither. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', quality] = wish
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const known = wishes.filter(
    ({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0,
  );
  known.sort((a, b) => b.quality - a.quality);
  return (known[0]?.language as Language | undefined) ?? 'zh';
}
