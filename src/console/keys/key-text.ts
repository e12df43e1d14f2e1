import { isCharacter, keyName, splitKeyName } from '../../terminal/keyboard/key-name.ts';

/** How people write keys that are no characters, the way help writes them first. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  return: ['Enter', 'Return'],
  escape: ['Esc', 'Escape'],
  ' ': ['Space'],
  ',': ['Comma'],
  tab: ['Tab'],
  backspace: ['Backspace'],
  delete: ['Del', 'Delete'],
  insert: ['Ins', 'Insert'],
  up: ['Up'],
  down: ['Down'],
  left: ['Left'],
  right: ['Right'],
  home: ['Home'],
  end: ['End'],
  pageup: ['PgUp', 'PageUp'],
  pagedown: ['PgDn', 'PageDown'],
};
const FUNCTION_KEY = /^f([1-9]|1[0-2])$/i;
const HELD: Readonly<Record<string, 'ctrl' | 'alt' | 'shift'>> = {
  ctrl: 'ctrl',
  c: 'ctrl',
  alt: 'alt',
  m: 'alt',
  shift: 'shift',
};

/** The key a person wrote (`Ctrl-R`, `F5`, `PgDn`, `j`), or undefined when there is none of that name. */
export function readKey(written: string): string | undefined {
  const held = { ctrl: false, alt: false, shift: false };
  let rest = written;
  for (;;) {
    const [prefix, word = ''] = /^([a-z]+)[-+](?=.)/iu.exec(rest) ?? [];
    const modifier = HELD[word.toLowerCase()];
    if (prefix === undefined || modifier === undefined) break;
    held[modifier] = true;
    rest = rest.slice(prefix.length);
  }
  const base = baseKey(rest);
  if (base === undefined) return undefined;
  return keyName(held.ctrl && isCharacter(base) ? (base === ' ' ? 'space' : base.toLowerCase()) : base, held);
}

function baseKey(written: string): string | undefined {
  if (isCharacter(written)) return written;
  if (FUNCTION_KEY.test(written)) return written.toLowerCase();
  const wanted = written.toLowerCase();
  const named = Object.entries(WRITTEN).find(([, names]) =>
    names.some((name) => name.toLowerCase() === wanted),
  );
  return named?.[0];
}

/** How help and hints write a key. */
export function keyLabel(key: string): string {
  const { base, ctrl, alt, shift } = splitKeyName(key);
  const name = WRITTEN[base]?.[0] ?? (FUNCTION_KEY.test(base) || ctrl ? base.toUpperCase() : base);
  return `${ctrl ? 'Ctrl-' : ''}${alt ? 'Alt-' : ''}${shift ? 'Shift-' : ''}${name}`;
}
