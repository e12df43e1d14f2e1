import { keyName, type Modifiers } from './key-name.ts';

/**
 * What terminals send for keys that are no characters, after `ESC [` (CSI) and `ESC O` (SS3): xterm's control sequences, the VT220's
 * numbers, rxvt's own endings, the Linux console's function keys.
 */
const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};
const BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};
/** The Linux console: `ESC [ [ A`. */
const LINUX_FUNCTION_KEYS = 'ABCDE';
/** rxvt: arrows in small letters, and these after a number, say what is held. */
const RXVT_ARROWS: Readonly<Record<string, string>> = { a: 'up', b: 'down', c: 'right', d: 'left' };
const RXVT_HELD: Readonly<Record<string, Partial<Modifiers>>> = {
  $: { shift: true },
  '^': { ctrl: true },
  '@': { ctrl: true, shift: true },
};
/** The keypad in application mode: `ESC O j` and so on. */
const KEYPAD_FROM = 'j'.charCodeAt(0);
const KEYPAD = '*+,-./0123456789';
/** Keys that have a code of their own where a terminal sends codes (`CSI 13 ; 2 u`). */
const BY_CODE: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  13: 'return',
  27: 'escape',
  127: 'backspace',
};
const CODE_POINT_MAX = 0x10_ff_ff;

const NONE: Modifiers = { ctrl: false, alt: false, shift: false };

/** The key of `CSI parameters final`, or undefined when it is none that is known. */
export function keyOfCsi(parameters: string, final: string): string | undefined {
  if (parameters.startsWith('[')) {
    const at = LINUX_FUNCTION_KEYS.indexOf(final);
    return at < 0 ? undefined : `f${at + 1}`;
  }
  const numbers = parameters.split(';').map((part) => Number.parseInt(part, 10));
  const [first = Number.NaN, second, third] = numbers;
  const named = BY_NUMBER[first];
  const rxvt = RXVT_HELD[final];
  if (rxvt) return named && keyName(named, { ...NONE, ...rxvt });
  if (final === '~' && first === 27) return keyOfCode(third, second);
  if (final === '~') return named && keyName(named, modifiers(second));
  if (final === 'u') return keyOfCode(first, second);
  if (final === 'Z') return keyName('tab', { ...modifiers(second), shift: true });
  const arrow = RXVT_ARROWS[final];
  if (arrow) return parameters === '' ? keyName(arrow, { ...NONE, shift: true }) : undefined;
  const key = BY_FINAL[final];
  return key && keyName(key, modifiers(second));
}

/** The key of `ESC O number final`. */
export function keyOfSs3(number: string, final: string): string | undefined {
  if (final === 'M') return 'return';
  const arrow = RXVT_ARROWS[final];
  if (arrow) return keyName(arrow, { ...NONE, ctrl: true });
  const onKeypad = KEYPAD[final.charCodeAt(0) - KEYPAD_FROM];
  if (onKeypad) return onKeypad;
  const key = BY_FINAL[final];
  return key && keyName(key, modifiers(number === '' ? undefined : Number(number)));
}

/** xterm writes 1 for nothing held, and adds 1 for Shift, 2 for Alt, 4 for Ctrl. */
function modifiers(number: number | undefined): Modifiers {
  const bits = Number.isInteger(number) && Number(number) > 0 ? Number(number) - 1 : 0;
  return { shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0 };
}

function keyOfCode(code: number | undefined, held: number | undefined): string | undefined {
  if (code === undefined || !(code > 0 && code <= CODE_POINT_MAX)) return undefined;
  const base = BY_CODE[code] ?? (code < 32 ? undefined : String.fromCodePoint(code));
  return base && keyName(base === ' ' && modifiers(held).ctrl ? 'space' : base, modifiers(held));
}
