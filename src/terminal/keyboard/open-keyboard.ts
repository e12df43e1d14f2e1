import { createInputDecoder, type InputDecoder, type TerminalInput } from './decoder.ts';

export interface Keyboard {
  /** Takes the terminal out of raw mode and reads no more, so that somebody else can. Both may be called twice. */
  pause(): void;
  resume(): void;
}

export interface KeyboardOptions {
  stdin: NodeJS.ReadStream;
  /** Writes to the terminal: to ask it something. */
  write(sequence: string): void;
  onInput(input: TerminalInput): void;
  /** The terminal went away. */
  onGone(): void;
}

/** "How are you?", to which each terminal since the VT100 answers "well": `ESC [ 0 n`. */
const STATUS_QUESTION = '\x1b[5n';
const STATUS_ANSWER = /^\x1b\[[03]n$/;
/** Longest wait for that answer: a line of 300 ms there and back, twice over. */
const ANSWER_WAIT_MS = 600;
/** Where the terminal never answered: the bytes of one key come together unless the line tears them apart. */
const SILENT_WAIT_MS = 100;
/** How long after an Escape the rest of a sequence may still come, over a line that lost a packet. */
const REST_WAIT_MS = 1_500;
/** A paste that stands still this long, and then Ctrl-C: its end was lost. */
const PASTE_STUCK_MS = 1_000;
const CTRL_C = 0x03;

/**
 * Reads the keyboard. Escape is a key and the first byte of every other one, and a line may part the two: whether Escape was pressed
 * alone is asked of the terminal, whose answer comes behind everything it had sent before. So it is exact, and as quick as the line.
 */
export function openKeyboard({ stdin, write, onInput, onGone }: KeyboardOptions): Keyboard {
  const decoder = createInputDecoder();
  let waiting: NodeJS.Timeout | undefined;
  let isAnswering: boolean | undefined;
  let escapeTakenAtMs = Number.NEGATIVE_INFINITY;
  let lastAtMs = Number.NEGATIVE_INFINITY;

  const hand = (inputs: readonly TerminalInput[]) => {
    for (const input of inputs) {
      if (input.kind !== 'answer' || !STATUS_ANSWER.test(input.text)) {
        onInput(input);
        continue;
      }
      isAnswering = true;
      // tmux and mosh answer by themselves, before what is still on its way to them.
      escapeTakenAtMs = performance.now();
    }
  };
  const giveUp = () => {
    waiting = undefined;
    isAnswering ??= false;
    escapeTakenAtMs = performance.now();
    hand(decoder.flush());
  };
  const onData = (bytes: Uint8Array) => {
    clearTimeout(waiting);
    waiting = undefined;
    const nowMs = performance.now();
    if (isStuckPaste(decoder, bytes, nowMs - lastAtMs)) hand(decoder.endPaste());
    const isRest = nowMs - escapeTakenAtMs < REST_WAIT_MS;
    lastAtMs = nowMs;
    escapeTakenAtMs = Number.NEGATIVE_INFINITY;
    hand(decoder.push(bytes, isRest));
    if (!decoder.isAmbiguous()) return;
    if (isAnswering !== false) write(STATUS_QUESTION);
    waiting = setTimeout(giveUp, isAnswering === false ? SILENT_WAIT_MS : ANSWER_WAIT_MS);
  };
  let isReading = false;
  const resume = () => {
    if (isReading) return;
    isReading = true;
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.ref();
    stdin.resume();
  };
  stdin.on('end', onGone);
  stdin.on('error', onGone);
  resume();
  return {
    pause: () => {
      if (!isReading) return;
      isReading = false;
      clearTimeout(waiting);
      stdin.off('data', onData);
      stdin.pause();
      stdin.setRawMode(false);
      stdin.unref();
    },
    resume,
  };
}

function isStuckPaste(decoder: InputDecoder, bytes: Uint8Array, silentMs: number): boolean {
  return decoder.isPasting() && bytes.length === 1 && bytes[0] === CTRL_C && silentMs > PASTE_STUCK_MS;
}
