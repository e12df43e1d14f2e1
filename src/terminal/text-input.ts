import { graphemesOf } from './graphemes.ts';
import { isCharacter } from './keyboard/key-name.ts';

/** A text being typed; `before` and `after` are what stands left and right of the cursor. */
export interface TypedText {
  before: string;
  after: string;
}

export const EMPTY_TEXT: TypedText = { before: '', after: '' };

export function typedText(text: string): TypedText {
  return { before: text, after: '' };
}

export function wholeText(typed: TypedText): string {
  return typed.before + typed.after;
}

/** Puts text in at the cursor; line feeds become spaces where one line is wanted. */
export function insertText(typed: TypedText, text: string, multiline: boolean): TypedText {
  const unified = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
  return { ...typed, before: typed.before + (multiline ? unified : unified.replaceAll('\n', ' ')) };
}

type Edit = (typed: TypedText) => TypedText;

const moveLeft: Edit = ({ before, after }) => {
  const last = graphemesOf(before).at(-1) ?? '';
  return { before: before.slice(0, before.length - last.length), after: last + after };
};
const moveRight: Edit = ({ before, after }) => {
  const next = graphemesOf(after)[0] ?? '';
  return { before: before + next, after: after.slice(next.length) };
};
const toStart: Edit = (typed) => ({ before: '', after: wholeText(typed) });
const toEnd: Edit = (typed) => ({ before: wholeText(typed), after: '' });

const EDITS: Readonly<Record<string, Edit>> = {
  left: moveLeft,
  right: moveRight,
  'ctrl+b': moveLeft,
  'ctrl+f': moveRight,
  home: toStart,
  end: toEnd,
  'ctrl+a': toStart,
  'ctrl+e': toEnd,
  backspace: (typed) => ({ before: moveLeft(typed).before, after: typed.after }),
  delete: (typed) => ({ before: typed.before, after: moveRight(typed).after }),
  'ctrl+d': (typed) => ({ before: typed.before, after: moveRight(typed).after }),
  'ctrl+u': ({ after }) => ({ before: '', after }),
  'ctrl+k': ({ before }) => ({ before, after: '' }),
  'ctrl+w': ({ before, after }) => ({ before: before.replace(/[^\s]*\s*$/u, ''), after }),
};

/** What a key makes of the text, or undefined when it is no key of a text input. */
export function editText(typed: TypedText, key: string, multiline: boolean): TypedText | undefined {
  const edit = Object.hasOwn(EDITS, key) ? EDITS[key] : undefined;
  if (edit) return edit(typed);
  if ((key === 'ctrl+j' || key === 'alt+return') && multiline) return insertText(typed, '\n', true);
  return isCharacter(key) ? insertText(typed, key, multiline) : undefined;
}
