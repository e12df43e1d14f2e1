import { isCharacter } from '../keyboard/key-name.ts';
import {
  blankLeft,
  characterLeft,
  characterRight,
  lineEnd,
  lineStart,
  outOfCharacter,
  wordLeft,
  wordRight,
} from './steps.ts';
import { type Entry, edited, insertText, movedTo, type TypedText, wholeText } from './typed-text.ts';

type Step = (whole: string, at: number) => number;

const MOVES: Readonly<Record<string, Step>> = {
  left: characterLeft,
  'ctrl+b': characterLeft,
  right: characterRight,
  'ctrl+f': characterRight,
  'ctrl+left': wordLeft,
  'alt+left': wordLeft,
  'alt+b': wordLeft,
  'ctrl+right': wordRight,
  'alt+right': wordRight,
  'alt+f': wordRight,
  home: lineStart,
  'ctrl+a': lineStart,
  end: lineEnd,
  'ctrl+e': lineEnd,
  'ctrl+home': () => 0,
  'ctrl+end': (whole) => whole.length,
};

/** What goes, from the cursor to where the step leads. */
const ERASURES: Readonly<Record<string, Step>> = {
  backspace: characterLeft,
  delete: characterRight,
  'ctrl+d': characterRight,
};
/** As an erasure, but it can be put in again with Ctrl-Y. */
const CUTS: Readonly<Record<string, Step>> = {
  'ctrl+u': lineStart,
  // At the end of a line its break goes, as in other editors.
  'ctrl+k': (whole, at) => (whole[at] === '\n' ? at + 1 : lineEnd(whole, at)),
  'ctrl+w': blankLeft,
  'alt+backspace': wordLeft,
  'ctrl+backspace': wordLeft,
  'alt+d': wordRight,
  'ctrl+delete': wordRight,
};
const LINE_BREAKS = ['ctrl+j', 'alt+return', 'shift+return', 'ctrl+return'];
/** Ctrl-/ sends the same as Ctrl-_ in most terminals. */
const UNDO = ['ctrl+_', 'ctrl+/'];
const REDO = ['alt+_', 'alt+/'];
/** After these begins another step of undoing: a word, a clause. */
const STEP_END = /[\s\p{P}]$/u;

/** What a key makes of the text, or undefined when it is no key of a text. */
export function editText(typed: TypedText, key: string, entry: Entry): TypedText | undefined {
  const whole = wholeText(typed);
  const at = typed.before.length;
  const move = own(MOVES, key);
  if (move) return movedTo(typed, move(whole, at));
  const erasure = own(ERASURES, key);
  if (erasure) return without(typed, whole, erasure(whole, at), 'erasing');
  const cut = own(CUTS, key);
  if (cut) return cutOut(typed, whole, cut(whole, at));
  if (key === 'ctrl+y') return joined(insertText(typed, typed.killed, entry).typed);
  if (UNDO.includes(key)) return undone(typed);
  if (REDO.includes(key)) return redone(typed);
  if (LINE_BREAKS.includes(key)) return entry.multiline ? insertText(typed, '\n', entry).typed : undefined;
  return isCharacter(key) ? typedCharacter(typed, key, entry) : undefined;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function typedCharacter(typed: TypedText, character: string, entry: Entry): TypedText {
  const endsStep = typed.run === 'typing' && STEP_END.test(typed.before) && !STEP_END.test(character);
  return joined(insertText(endsStep ? { ...typed, run: null } : typed, character, entry, 'typing').typed);
}

function without(typed: TypedText, whole: string, to: number, run: TypedText['run']): TypedText {
  const at = typed.before.length;
  const [from, until] = to < at ? [to, at] : [at, to];
  return joined(edited(typed, { before: whole.slice(0, from), after: whole.slice(until) }, run));
}

function cutOut(typed: TypedText, whole: string, to: number): TypedText {
  const at = typed.before.length;
  const [from, until] = to < at ? [to, at] : [at, to];
  const piece = whole.slice(from, until);
  const kept = typed.run === 'killing' ? typed.killed : '';
  const after = without(typed, whole, to, 'killing');
  return piece === '' ? after : { ...after, killed: to < at ? piece + kept : kept + piece };
}

/** What came together at the cursor may have become one character, as a letter and its accent: the cursor goes behind it. */
function joined(typed: TypedText): TypedText {
  const { before, after } = typed;
  if (after === '') return typed;
  const whole = before + after;
  const at = outOfCharacter(whole, before.length);
  return at === before.length ? typed : { ...typed, before: whole.slice(0, at), after: whole.slice(at) };
}

function undone(typed: TypedText): TypedText {
  const { before, after, past, future } = typed;
  const standing = past.at(-1);
  if (!standing) return typed;
  return {
    ...typed,
    ...standing,
    past: past.slice(0, -1),
    future: [...future, { before, after }],
    run: null,
  };
}

function redone(typed: TypedText): TypedText {
  const { before, after, past, future } = typed;
  const standing = future.at(-1);
  if (!standing) return typed;
  return {
    ...typed,
    ...standing,
    past: [...past, { before, after }],
    future: future.slice(0, -1),
    run: null,
  };
}
