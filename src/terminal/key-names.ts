import type { Key } from 'ink';
import { graphemesOf } from './graphemes.ts';

/** Names of keys that are no characters; a character is its own name. */
const NAMED = [
  ['return', 'return'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'return',
  '\r\n': 'return',
  '\n': 'ctrl+j',
  '\t': 'tab',
  '\x1b': 'escape',
  '\x7f': 'backspace',
  '\b': 'backspace',
};

/**
 * The keys of one `useInput` call, in order. Over a slow line several keys come in one packet and Ink hands them over as one
 * text, so it is split into graphemes; ones it did name (arrows, Enter, Escape) come alone.
 */
export function keyNames(input: string, key: Key): string[] {
  if (key.return && key.meta) return ['ctrl+j'];
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  for (const [flag, name] of NAMED) if (key[flag]) return [name];
  if (key.ctrl) return input === '' ? [] : [`ctrl+${input}`];
  // Escape and the key after it in one packet look like Alt and that key, of which the console has no use.
  if (key.meta) return ['escape', ...graphemesOf(input).map(nameOf)];
  return graphemesOf(input).map(nameOf);
}

function nameOf(grapheme: string): string {
  const control = CONTROL[grapheme];
  if (control !== undefined) return control;
  const code = grapheme.charCodeAt(0);
  return grapheme.length === 1 && code < 27 ? `ctrl+${String.fromCharCode(code + 96)}` : grapheme;
}

/** Whether a key name is a character to be typed rather than a key to be obeyed. */
export function isCharacter(key: string): boolean {
  return graphemesOf(key).length === 1 && !/^\p{Cc}/u.test(key);
}
