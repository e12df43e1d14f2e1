/** What two texts have in common, whatever their marks, spaces, width of letters and Markdown. */
function pairs(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** Jaccard similarity of the pairs of neighbouring characters: 0 nothing in common, 1 the same. */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 1 : common / all;
}
