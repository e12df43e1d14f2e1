import { Terminal } from '@xterm/headless';
import { eastAsianWidth } from 'get-east-asian-width';

/** What a terminal did besides printing. */
export interface Witness {
  terminal: Terminal;
  /** Titles set, clipboards written, answers given, bells rung, modes changed. */
  deeds: string[];
  write(text: string): Promise<void>;
  /** Text of a row as it stands, joined from its cells. */
  row(at: number): string;
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;

/** An emulator that tells on whatever drives it, with the widths of this decade: by the code point, emoji and rare characters two cells. */
export function createWitness(cols: number, rows: number): Witness {
  const terminal = new Terminal({ cols, rows, allowProposedApi: true, logLevel: 'off' });
  terminal.unicode.register({
    version: 'by code point',
    wcwidth: widthOfCodePoint,
    charProperties: (codePoint, preceding) => {
      const width = widthOfCodePoint(codePoint);
      const widthBefore = (preceding >> 1) & 3;
      const joins = width === 0 && widthBefore > 0;
      return ((joins ? widthBefore : width) << 1) | (joins ? 1 : 0);
    },
  });
  terminal.unicode.activeVersion = 'by code point';
  const deeds: string[] = [];
  const tell = (what: string) => () => {
    deeds.push(what);
    return false;
  };
  terminal.onTitleChange((title) => deeds.push(`title ${title}`));
  terminal.onBell(() => deeds.push('bell'));
  terminal.onData((answer) => deeds.push(`answer ${JSON.stringify(answer)}`));
  for (const id of [0, 1, 2, 4, 8, 10, 11, 52]) terminal.parser.registerOscHandler(id, tell(`OSC ${id}`));
  for (const final of 'ABCDEFGHJKLMPSTXZ@`abcdefghilmnrstu')
    terminal.parser.registerCsiHandler({ final }, tell(`CSI ${final}`));
  for (const final of 'hl') terminal.parser.registerCsiHandler({ prefix: '?', final }, tell(`mode ${final}`));
  for (const final of 'cDEM78=>') terminal.parser.registerEscHandler({ final }, tell(`ESC ${final}`));
  terminal.parser.registerDcsHandler({ intermediates: '$', final: 'q' }, tell('DCS'));
  terminal.parser.registerDcsHandler({ intermediates: '+', final: 'q' }, tell('DCS'));
  return {
    terminal,
    deeds,
    write: (text) => new Promise((resolve) => terminal.write(text, resolve)),
    row: (at) => terminal.buffer.active.getLine(at)?.translateToString(true) ?? '',
  };
}

function widthOfCodePoint(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  return ZERO_WIDTH.test(String.fromCodePoint(codePoint)) ? 0 : eastAsianWidth(codePoint);
}
