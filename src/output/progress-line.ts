import { cutToWidth } from './cell-width.ts';

/** Four times a second are as quick as a person reads figures, and little for a slow line. */
const WRITTEN_EVERY_MS = 250;
/** Where lines are read aloud or cannot be written over each is heard or kept, so that few have to do. */
const SAID_EVERY_MS = 10_000;
/** Work that is over sooner needs no word on how far it is. */
const SHORT_WORK_MS = 500;
const WIPE_LINE = '\r\u001b[K';

/** How far work is, to a person who waits for it: a line below everything else, written over as it goes on and gone when it is done. */
export interface ProgressLine {
  /** False where each word has to stand in a line of its own: read aloud, or on a terminal that only prints. */
  isWrittenOver: boolean;
  /** At once: a step of work whose length nobody knows. */
  say(text: string): void;
  /** From time to time: how far counted work is. */
  count(text: string): void;
  /** Writes something else to the same terminal, above the line. */
  aside(write: () => void): void;
  wipe(): void;
}

export interface ProgressLineOptions {
  write(text: string): void;
  isWrittenOver: boolean;
  columns(): number;
  /** Milliseconds of a clock that only goes forward. */
  nowMs?: () => number;
}

export function createProgressLine({
  write,
  isWrittenOver,
  columns,
  nowMs = () => performance.now(),
}: ProgressLineOptions): ProgressLine {
  let shown: string | undefined;
  let begunAtMs: number | undefined;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let latest = '';
  let timer: NodeJS.Timeout | undefined;

  const say = (text: string) => {
    if (!isWrittenOver) return write(`${text}\n`);
    // One column is left free: a line that is full makes some terminals go on to the next.
    shown = cutToWidth(text, columns() - 1);
    write(WIPE_LINE + shown);
  };
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    toldAtMs = nowMs();
    say(latest);
  };
  return {
    isWrittenOver,
    say,
    count: (text) => {
      const now = nowMs();
      begunAtMs ??= now;
      latest = text;
      const dueAtMs = isWrittenOver
        ? Math.max(begunAtMs + SHORT_WORK_MS, toldAtMs + WRITTEN_EVERY_MS)
        : Math.max(begunAtMs, toldAtMs) + SAID_EVERY_MS;
      if (now >= dueAtMs) return tell();
      // What was counted last is told also when nothing more comes for a while: that is when somebody looks.
      timer ??= setTimeout(tell, dueAtMs - now).unref();
    },
    aside: (writeAside) => {
      if (shown !== undefined) write(WIPE_LINE);
      writeAside();
      if (shown !== undefined) write(shown);
    },
    wipe: () => {
      clearTimeout(timer);
      timer = undefined;
      if (shown !== undefined) write(WIPE_LINE);
      shown = undefined;
      begunAtMs = undefined;
    },
  };
}
