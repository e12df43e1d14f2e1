import { writeSync } from 'node:fs';
import type { ContextColour } from '../session/context-settings.ts';
import { createProgressLine, type ProgressLine } from './progress-line.ts';

/** Where an operation's words go: the process's streams, or a pane of the console. */
export interface Sink {
  /** Data. */
  out(line: string): void;
  /** Talk: what happens, what went wrong, what to do. */
  talk(line: string): void;
  /** Columns of the window data are written to; undefined in a pipe or a file. */
  width: number | undefined;
  color: boolean;
  /** Whether somebody looks on, to whom a plot says more than its figures. */
  plots: boolean;
  /** Wipes what was printed before, where a person looks on; otherwise nothing. */
  wipe(): void;
  /** How far work is; left out where nobody waits for it. */
  progress?: ProgressLine;
}

/** The one place of the one-shot side that writes to the process's streams. */
export interface Streams extends Sink {
  /** Ends the process at once with a last word. */
  quit(exitCode: number, line: string): never;
  /** Whether talk is read by a person as it comes, and whether it may be coloured. */
  talksToPerson: boolean;
  colourTalk: boolean;
  /** Lines of the window data are written to; undefined in a pipe or a file. */
  height: number | undefined;
}

/** `auto` is colour where a person looks on a terminal that has it. */
export type ColorWish = 'auto' | 'always' | 'never';

const HOME_AND_ERASE = '\u001b[H\u001b[2J';
/** Columns taken when a terminal does not say how many it has. */
const WIDTH_DEFAULT = 80;

interface StreamsOptions {
  color?: ColorWish;
  /** Makes of text what a terminal takes that does not take UTF-8; what goes into a pipe or a file is always UTF-8. */
  encode?: ((text: string) => string | Uint8Array) | undefined;
  isReadAloud?: boolean;
}

export function openStreams(
  environment: NodeJS.ProcessEnv,
  { color = 'auto', encode = (text) => text, isReadAloud = false }: StreamsOptions = {},
): Streams {
  process.stdout.on('error', quietWhenReaderLeft);
  process.stderr.on('error', quietWhenReaderLeft);
  const { isTTY } = process.stdout;
  const talksToPerson = process.stderr.isTTY === true;
  const coloured = (seen: boolean) =>
    color === 'auto'
      ? seen && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
      : color === 'always';
  const { stderr } = process;
  const progress = talksToPerson
    ? createProgressLine({
        write: (text) => void stderr.write(encode(text)),
        isWrittenOver: !isReadAloud && environment['TERM'] !== 'dumb',
        columns: () => stderr.columns || WIDTH_DEFAULT,
      })
    : undefined;
  const write = (stream: NodeJS.WriteStream, line: string) => {
    if (!stream.isTTY) return void stream.write(`${line}\n`);
    const print = () => void stream.write(encode(`${line}\n`));
    if (progress) progress.aside(print);
    else print();
  };
  return {
    out: (line) => write(process.stdout, line),
    talk: (line) => write(process.stderr, line),
    quit: (exitCode, line) => {
      progress?.wipe();
      writeSync(process.stderr.fd, Buffer.from(process.stderr.isTTY ? encode(`${line}\n`) : `${line}\n`));
      process.exit(exitCode);
    },
    width: isTTY ? process.stdout.columns || WIDTH_DEFAULT : undefined,
    height: isTTY ? process.stdout.rows : undefined,
    color: coloured(isTTY),
    plots: isTTY && !isReadAloud,
    talksToPerson,
    colourTalk: coloured(talksToPerson),
    wipe: () => {
      if (isTTY) process.stdout.write(HOME_AND_ERASE);
    },
    ...(progress && { progress }),
  };
}

/** SGR codes of the six colours a context can have. */
const COLOUR_CODES: Readonly<Record<ContextColour, number>> = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
};

/** A safe text in a colour, where one is wanted. */
export function inColour(text: string, colour: ContextColour | undefined, wanted: boolean): string {
  return wanted && colour ? `\u001b[${COLOUR_CODES[colour]}m${text}\u001b[39m` : text;
}

/** `district requests list | head` has what it wanted once `head` is gone. */
function quietWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
