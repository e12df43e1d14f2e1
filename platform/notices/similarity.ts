/** What texts may have in common, whatever their marks, spaces, width of letters and Markdown. */
function pairs(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** How like each of many texts is to one, read once. Jaccard similarity of pairs of neighbouring characters: 0 nothing in common, 1 the same. */
export function similarityTo(text: string): (other: string) => number {
  const left = pairs(text);
  return (other) => {
    const right = pairs(other);
    const common = [...left].filter((pair) => right.has(pair)).length;
    const all = left.size + right.size - common;
    return all === 0 ? 1 : common / all;
  };
}
