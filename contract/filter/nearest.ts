/** Edits beyond which a suggestion is more likely wrong than helpful, and of a short word the letters there are to each. */
const EDITS_MAX = 3;
const LETTERS_PER_EDIT = 3;

/** The known word closest to `word` by edit distance, or undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.min(EDITS_MAX, Math.ceil(word.length / LETTERS_PER_EDIT));
  let best: string | undefined;
  let bestEdits = limit + 1;
  for (const candidate of known) {
    const edits = candidate.startsWith(word) && word.length > 1 ? 1 : editDistance(word, candidate);
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/** Letters to insert, drop, replace, or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && i > 1 && j > 1 ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
