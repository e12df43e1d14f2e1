import { PassThrough } from 'node:stream';
import { Box, type Instance, render, Text, useApp, useCursor, useStdout } from 'ink';
import { createPainter } from '../../../src/terminal/painter/painter.ts';
import { repaintWhole } from '../../../src/terminal/painter/repaint.ts';
import type { AmbiguousWidth } from '../char-widths.ts';
import { createEmulator } from '../real/emulator.ts';
import { readCells } from './read-cells.ts';

export interface Shown {
  /** One a line, with its styles. */
  lines: readonly string[];
  /** A column of its own at the right edge, as the pane beside a list. */
  pane: readonly string[];
  cursor: { x: number; y: number } | null;
}

/** One Ink on one emulator, with the painter between them or without. */
export interface Painted {
  show(shown: Shown): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** Written past the frame, as by a program that prints while it is open. */
  print(text: string): Promise<void>;
  /** What Ink's own writes go through. */
  writeRaw(text: string): Promise<void>;
  suspend(): Promise<void>;
  cells(): string[];
  text(): string;
  takeBytes(): number;
  close(): Promise<void>;
}

const ENTER_ALTERNATE = '\x1b[?1049h';

/** Columns left free at the right, for terminals that take a line for wider than Ink does. */
export const ROOM_COLUMNS = 8;

export type Widths = AmbiguousWidth | 'of 2006';

export function openPainted(
  withPainter: boolean,
  { columns, rows, widths = 1 }: { columns: number; rows: number; widths?: Widths },
  onEntered: (terminal: PassThrough) => void = () => {},
): Painted {
  const emulator = createEmulator(columns, rows, widths === 'of 2006' ? 1 : widths);
  emulator.terminal.options.convertEol = true;
  if (widths === 'of 2006') emulator.terminal.unicode.activeVersion = '6';
  let bytes = 0;
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  terminal.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    void emulator.write(chunk.toString('utf8'));
    if (chunk.includes(ENTER_ALTERNATE)) onEntered(terminal);
  });
  const asTerminal = terminal as unknown as NodeJS.WriteStream;
  const painter = withPainter ? createPainter(asTerminal) : undefined;
  const stdout = painter?.stdout ?? asTerminal;
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {}, ref: () => {}, unref: () => {} });
  const reached: { app?: ReturnType<typeof useApp>; write?: (text: string) => void } = {};
  let size = { columns, rows };
  let shown: Shown = { lines: [], pane: [], cursor: null };

  function View({ lines, pane, cursor }: Shown) {
    reached.app = useApp();
    reached.write = useStdout().write;
    useCursor().setCursorPosition(cursor ?? undefined);
    return (
      <Box width={size.columns} paddingRight={ROOM_COLUMNS} height={size.rows} overflow="hidden">
        <Box flexDirection="column" flexGrow={1} overflow="hidden">
          {lines.slice(0, size.rows).map((line, at) => (
            <Text key={at} wrap="truncate">
              {line === '' ? ' ' : line}
            </Text>
          ))}
        </Box>
        <Box flexDirection="column" flexShrink={0}>
          {pane.slice(0, size.rows).map((line, at) => (
            <Text key={at}>{line}</Text>
          ))}
        </Box>
      </Box>
    );
  }
  const tree = () => <View {...shown} />;
  const ink: Instance = render(tree(), {
    stdout,
    stdin: stdin as unknown as NodeJS.ReadStream,
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    maxFps: 60,
  });
  const settle = async () => {
    await ink.waitUntilRenderFlush();
    await emulator.write('');
  };
  return {
    async show(next) {
      shown = next;
      ink.rerender(tree());
      await settle();
    },
    async resize(newColumns, newRows) {
      size = { columns: newColumns, rows: newRows };
      emulator.resize(newColumns, newRows);
      Object.assign(terminal, size);
      terminal.emit('resize');
      await settle();
      repaintWhole(stdout, ink, () => ink.rerender(tree()));
      await settle();
    },
    async print(text) {
      reached.write?.(text);
      await settle();
    },
    async writeRaw(text) {
      stdout.write(text);
      await settle();
    },
    async suspend() {
      await reached.app?.suspendTerminal(() => void terminal.write('\x1b[31mof a child\x1b[m\r\n'));
      await settle();
    },
    cells: () => readCells(emulator),
    text: emulator.text,
    takeBytes() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    async close() {
      ink.unmount();
      await ink.waitUntilExit();
      painter?.stop();
      await emulator.write('');
    },
  };
}
