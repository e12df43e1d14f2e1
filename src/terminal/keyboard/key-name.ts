/** The keys held with another. Names write them in this order: `ctrl+alt+shift+right`. */
export interface Modifiers {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

const NAME = /^(ctrl\+)?(alt\+)?(shift\+)?(.+)$/su;

/** The name of a key with what is held; a letter with Shift is the capital. */
export function keyName(base: string, { ctrl, alt, shift }: Modifiers): string {
  const isLetter = isCharacter(base) && base !== base.toUpperCase();
  const key = isLetter && shift ? base.toUpperCase() : base;
  const withShift = shift && !isCharacter(base);
  return `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${withShift ? 'shift+' : ''}${key}`;
}

export function splitKeyName(key: string): Modifiers & { base: string } {
  const [, ctrl, alt, shift, base = ''] = NAME.exec(key) ?? [];
  return { ctrl: ctrl !== undefined, alt: alt !== undefined, shift: shift !== undefined, base };
}

/** The key without Alt, or undefined when Alt is not held. */
export function withoutAlt(key: string): string | undefined {
  const { base, ...held } = splitKeyName(key);
  return held.alt ? keyName(base, { ...held, alt: false }) : undefined;
}

/** Whether a key is a character to be typed rather than one to be obeyed: one code point, of which a longer character may have several. */
export function isCharacter(key: string): boolean {
  const first = key.codePointAt(0);
  return first !== undefined && String.fromCodePoint(first) === key && !/^\p{Cc}/u.test(key);
}
