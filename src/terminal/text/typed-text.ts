import { graphemesOf } from '../graphemes.ts';

/** A text being typed; `before` and `after` are what stands left and right of the cursor. */
export interface TypedText extends Standing {
  /** What it was before each step, the last step last; and what was undone, the next to be done again last. */
  past: readonly Standing[];
  future: readonly Standing[];
  /** What the last edit was: edits of one kind that follow each other are one step. */
  run: 'typing' | 'erasing' | 'killing' | null;
  /** What was cut out last, to be put in elsewhere. */
  killed: string;
}

export interface Standing {
  before: string;
  after: string;
}

/** What may be typed into a place. */
export interface Entry {
  multiline: boolean;
  /** Longest text, in UTF-16 units as the contract counts. */
  lengthMax: number;
}

/** Steps that can be undone: more than anybody goes back through. */
const STEPS_MAX = 200;

export const EMPTY_TEXT: TypedText = {
  before: '',
  after: '',
  past: [],
  future: [],
  run: null,
  killed: '',
};

export function typedText(text: string): TypedText {
  return { ...EMPTY_TEXT, before: text };
}

export function wholeText({ before, after }: Standing): string {
  return before + after;
}

/** The text after an edit, which becomes a step to undo unless it goes on with the run. */
export function edited(typed: TypedText, standing: Standing, run: TypedText['run'] = null): TypedText {
  const { before, after, past, killed } = typed;
  if (standing.before === before && standing.after === after) return typed;
  const goesOn = run !== null && run === typed.run;
  return {
    before: standing.before,
    after: standing.after,
    past: goesOn ? past : [...past, { before, after }].slice(-STEPS_MAX),
    future: [],
    run,
    killed,
  };
}

/** The text with the cursor elsewhere; what is typed next is a step of its own. */
export function movedTo(typed: TypedText, at: number): TypedText {
  const whole = wholeText(typed);
  return { ...typed, before: whole.slice(0, at), after: whole.slice(at), run: null };
}

/** How many characters there was no room for. */
export interface Insertion {
  typed: TypedText;
  leftOut: number;
}

/** Puts text in at the cursor as far as there is room; line feeds become spaces where one line is wanted. */
export function insertText(
  typed: TypedText,
  text: string,
  entry: Entry,
  run: TypedText['run'] = null,
): Insertion {
  const unified = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
  const wanted = entry.multiline ? unified : unified.replaceAll('\n', ' ');
  const room = Math.max(0, entry.lengthMax - typed.before.length - typed.after.length);
  const taken = wanted.length <= room ? wanted : headOf(wanted, room);
  const leftOut = taken.length === wanted.length ? 0 : graphemesOf(wanted.slice(taken.length)).length;
  return { typed: edited(typed, { before: typed.before + taken, after: typed.after }, run), leftOut };
}

/** Units beyond the edge that may belong to its last character: a family of emoji with their skins has 41. */
const LONGEST_GRAPHEME = 64;

/** Whole characters from the beginning, of so many units at most. */
function headOf(text: string, length: number): string {
  let end = 0;
  for (const grapheme of graphemesOf(text.slice(0, length + LONGEST_GRAPHEME))) {
    if (end + grapheme.length > length) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}
