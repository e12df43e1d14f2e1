import { Terminal } from '@xterm/headless';
import { afterEach, expect, test } from 'vitest';
import { createPainter } from '../../src/terminal/painter/painter.ts';
import { countedAlike, setWidthModel, widthOf } from '../../src/terminal/width-model.ts';
import { takeWidths } from '../terminal/char-widths.ts';

afterEach(() => setWidthModel({}));

const TEXTS = ['“路灯”…', '①→②', '路灯', '👨‍👩‍👧', 'α'];

test.each([1, 2] as const)(
  'what follows stands where it is counted, ambiguous marks %d wide',
  async (ambiguous) => {
    const terminal = new Terminal({ cols: 40, rows: 12, allowProposedApi: true });
    takeWidths(terminal, ambiguous);
    setWidthModel({ ambiguous, clusters: false });
    let heard: Promise<void> = Promise.resolve();
    const glass = {
      columns: 40,
      rows: 12,
      write: (text: string) => {
        heard = new Promise((resolve) => terminal.write(text, resolve));
        return true;
      },
      prependListener: () => {},
      off: () => {},
    } as unknown as NodeJS.WriteStream;
    const { stdout, stop } = createPainter(glass);
    stdout.write(`\u001b[H\u001b[2J${TEXTS.map((text) => countedAlike(`${text}|`)).join('\r\n')}`);
    await heard;
    for (const [at, text] of TEXTS.entries())
      expect(terminal.buffer.active.getLine(at)?.getCell(widthOf(text))?.getChars(), text).toBe('|');
    stop();
  },
);
