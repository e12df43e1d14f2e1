import type { Choice } from '../command/choice.ts';
import { type TypedText, typedText } from '../terminal/text-input.ts';

/** A line being typed, with what its last word could become once that was asked for. */
export interface TypedLine {
  typed: TypedText;
  /** Each replaces what stands before the cursor. */
  choices: readonly Choice[];
  /** The one that stands in the line; -1 while none was taken. */
  chosen: number;
}

export function typedLine(text: string): TypedLine {
  return unchosen(typedText(text));
}

/** What was typed by hand puts an end to choosing. */
export function unchosen(typed: TypedText): TypedLine {
  return { typed, choices: [], chosen: -1 };
}

/** The first time completion is asked for: the only choice is taken, several are shown and what they share is typed. */
export function withChoices(line: TypedLine, choices: readonly Choice[]): TypedLine {
  const [first, ...rest] = choices;
  if (!first) return unchosen(line.typed);
  const { after } = line.typed;
  if (rest.length === 0) return unchosen({ before: first.word, after });
  const shared = choices.reduce((start, { word }) => sharedStart(start, word), first.word);
  const before = shared.startsWith(line.typed.before) ? shared : line.typed.before;
  return { typed: { before, after }, choices, chosen: -1 };
}

/** The next choice, or the one before, in place of what stands before the cursor. */
function choose(line: TypedLine, by: 1 | -1): TypedLine {
  const count = line.choices.length;
  const chosen = line.chosen < 0 ? (by > 0 ? 0 : count - 1) : (line.chosen + by + count) % count;
  const { word } = line.choices[chosen] ?? { word: line.typed.before };
  return { ...line, chosen, typed: { before: word, after: line.typed.after } };
}

/** What Tab and the arrows do to choices that are shown; undefined for any other key, or where none are. */
export function chooseByKey(line: TypedLine, key: string): TypedLine | undefined {
  if (line.choices.length === 0) return undefined;
  if (key === 'tab' || key === 'down') return choose(line, 1);
  return key === 'shift+tab' || key === 'up' ? choose(line, -1) : undefined;
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
