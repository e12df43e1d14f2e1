import { FILTER_LENGTH_MAX } from '@district/contract/limits.ts';
import type { Choice } from '../command/choice.ts';
import { type Entry, edited, type TypedText, typedText, wholeText } from '../terminal/text/typed-text.ts';

/** A line being typed, with what its last word could become once that was asked for. */
export interface TypedLine {
  typed: TypedText;
  /** Each replaces what stands before the cursor. */
  choices: readonly Choice[];
  /** The one that stands in the line; -1 while none was taken. */
  chosen: number;
  /** How many lines back among those entered before; 0 is the one being typed. */
  back: number;
  /** What was typed before going back. */
  draft: string;
}

/** What a line takes: a filter at its longest, or a command with one in it. */
export const LINE_ENTRY: Entry = { multiline: false, lengthMax: FILTER_LENGTH_MAX };

export function typedLine(text: string): TypedLine {
  return { typed: typedText(text), choices: [], chosen: -1, back: 0, draft: text };
}

/** What was typed by hand puts an end to choosing. */
export function unchosen(line: TypedLine, typed: TypedText): TypedLine {
  return { ...line, typed, choices: [], chosen: -1 };
}

/** The line entered before this one, or after it for -1, the last of `lines` being the latest; undefined where there is none. */
export function recalled(line: TypedLine, lines: readonly string[], by: 1 | -1): TypedLine | undefined {
  const back = line.back + by;
  if (back < 0 || back > lines.length) return undefined;
  const draft = line.back === 0 ? wholeText(line.typed) : line.draft;
  const text = back === 0 ? draft : (lines.at(-back) ?? '');
  return { ...unchosen(line, edited(line.typed, { before: text, after: '' })), back, draft };
}

/** The first time completion is asked for: the only choice is taken, several are shown and what they share is typed. */
export function withChoices(line: TypedLine, choices: readonly Choice[]): TypedLine {
  const [first, ...rest] = choices;
  if (!first) return unchosen(line, line.typed);
  const { after } = line.typed;
  if (rest.length === 0) return unchosen(line, edited(line.typed, { before: first.word, after }));
  const shared = choices.reduce((start, { word }) => sharedStart(start, word), first.word);
  const before = shared.startsWith(line.typed.before) ? shared : line.typed.before;
  return { ...line, typed: edited(line.typed, { before, after }), choices, chosen: -1 };
}

/** The next choice, or the one before, in place of what stands before the cursor. */
function choose(line: TypedLine, by: 1 | -1): TypedLine {
  const count = line.choices.length;
  const chosen = line.chosen < 0 ? (by > 0 ? 0 : count - 1) : (line.chosen + by + count) % count;
  const { word } = line.choices[chosen] ?? { word: line.typed.before };
  return { ...line, chosen, typed: edited(line.typed, { before: word, after: line.typed.after }) };
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
