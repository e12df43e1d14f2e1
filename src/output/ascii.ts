/** Marks of ours, and of Chinese, that ASCII has something near for. */
const NEAR: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '‘': "'", '’': "'", '…': '...', '—': '-', '–': '-', '·': '.', '×': 'x' },
  ...{ '，': ',', '。': '.', '：': ':', '；': ';', '？': '?', '！': '!', '（': '(', '）': ')', '、': ',' },
};

/** Text in ASCII alone: marks as near as it has them, everything else by its number, so that nothing is lost and nothing is gibberish. */
export function asciiText(text: string): string {
  return text.replaceAll(
    /[^\0-\x7f]/gu,
    (character) => NEAR[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
