import type { IUnicodeVersionProvider, Terminal } from '@xterm/headless';
import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a terminal gives to characters that are narrow in the West and wide in China, such as `…` and `│`. */
export type AmbiguousWidth = 1 | 2;

const NO_COLUMN = /^[\p{Mark}\p{Cf}]$/u;

/** Makes an emulator take today's widths, emoji of two columns among them; by itself it knows those of 2006. */
export function takeWidths(terminal: Terminal, ambiguous: AmbiguousWidth): void {
  const version = `ambiguous-${ambiguous}`;
  terminal.unicode.register(widthProvider(version, ambiguous === 2));
  terminal.unicode.activeVersion = version;
}

function widthProvider(version: string, ambiguousAsWide: boolean): IUnicodeVersionProvider {
  const wcwidth = (codepoint: number): 0 | 1 | 2 => {
    if (codepoint < 0x20) return 0;
    if (NO_COLUMN.test(String.fromCodePoint(codepoint))) return 0;
    return eastAsianWidth(codepoint, { ambiguousAsWide });
  };
  return {
    version,
    wcwidth,
    charProperties: (codepoint, preceding) => {
      const width = wcwidth(codepoint);
      const before = (preceding >> 1) & 3;
      const joins = width === 0 && before > 0;
      return (Math.max(width, joins ? before : 0) << 1) | Number(joins);
    },
  };
}
