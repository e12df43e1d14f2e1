/** The cursor of a list, and marks beside it: where it stands is told apart from what stands there. */
const MARKS = /^[ >*]{1,3}/;
/** A clock that goes on is no news. */
const CLOCK = /\d\d:\d\d:\d\d/g;
const RULE = /^-+$/;

interface Row {
  text: string;
  key: string;
  isAtCursor: boolean;
}

function readRow(text: string): Row {
  return { text, key: text.replace(MARKS, '').replaceAll(CLOCK, ''), isAtCursor: /^ ?>/.test(text) };
}

/** Of the rows shown now, those worth saying after the rows shown before: what is new, and where the cursor went. */
export function newsOf(before: readonly string[], now: readonly string[]): string[] {
  const known = before.map(readRow);
  const keys = new Set(known.map(({ key }) => key));
  const atCursor = new Set(known.filter((row) => row.isAtCursor).map(({ key }) => key));
  return now
    .map(readRow)
    .filter(({ text, key, isAtCursor }) => {
      if (key.trim() === '' || RULE.test(text)) return false;
      return !keys.has(key) || (isAtCursor && !atCursor.has(key));
    })
    .map(({ text }) => text);
}
