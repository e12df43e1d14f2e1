import { writeSync } from 'node:fs';

/** The one place of the one-shot side that writes to the process's streams. */
export interface Streams {
  /** Data. */
  out(line: string): void;
  /** Talk: what happens, what went wrong, what to do. */
  talk(line: string): void;
  /** Ends the process at once with a last word. */
  quit(exitCode: number, line: string): never;
  /** Columns of the window data are written to; undefined in a pipe or a file. */
  width: number | undefined;
  color: boolean;
}

/** Columns taken when a terminal does not say how many it has. */
const WIDTH_DEFAULT = 80;

export function openStreams(environment: NodeJS.ProcessEnv, color = true): Streams {
  process.stdout.on('error', quietWhenReaderLeft);
  process.stderr.on('error', quietWhenReaderLeft);
  const { isTTY } = process.stdout;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    talk: (line) => void process.stderr.write(`${line}\n`),
    quit: (exitCode, line) => {
      writeSync(process.stderr.fd, `${line}\n`);
      process.exit(exitCode);
    },
    width: isTTY ? process.stdout.columns || WIDTH_DEFAULT : undefined,
    color: color && isTTY && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
  };
}

/** `district requests list | head` has what it wanted once `head` is gone. */
function quietWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
