import { keyName, splitKeyName } from './key-name.ts';
import { keyOfCsi, keyOfSs3 } from './sequences.ts';

/** What came from the terminal. */
export type TerminalInput =
  | { kind: 'key'; key: string }
  /** A piece of a paste; a long one comes in several. */
  | { kind: 'paste'; text: string }
  /** The wheel turned towards the end (1) or the beginning (-1). */
  | { kind: 'wheel'; by: 1 | -1 }
  /** What the terminal itself says when it was asked something, as it came. */
  | { kind: 'answer'; text: string };

/** Reads the bytes of a terminal as keys. However they are cut into packets, the same inputs come out. */
export interface InputDecoder {
  /** `isRest` says that an Escape was taken for a key just now: what would be the rest of its sequence is taken for that. */
  push(bytes: Uint8Array, isRest?: boolean): TerminalInput[];
  /** Whether what is left over may be a key by itself: Escape is also the first byte of all sequences. */
  isAmbiguous(): boolean;
  /** Takes what is ambiguous for the keys it would be by itself. */
  flush(): TerminalInput[];
  isPasting(): boolean;
  /** Takes what came for the whole paste: its end was lost. */
  endPaste(): TerminalInput[];
}

const ESC = 0x1b;
const DEL = 0x7f;
const BEL = 0x07;
const BACKSLASH = 0x5c;
const REPLACEMENT = '\ufffd';
const PASTE_START = '200';
const PASTE_END = Buffer.from('\x1b[201~');
/** Bytes of a paste handed over at once; nothing has to be kept until its end, which may never come. */
const PASTE_PIECE_BYTES = 64 * 1024;
/** Bytes of a sequence: the longest of a keyboard has fifteen. What is longer is noise and is thrown away. */
const SEQUENCE_BYTES_MAX = 64;
/** Bytes of an answer in the form of a string: a terminal's name or a colour. */
const ANSWER_BYTES_MAX = 4096;
/** Bytes after `CSI M`: button, column, row, in the form mice had before SGR. */
const OLD_MOUSE_BYTES = 3;
const OLD_MOUSE_BASE = 32;
/** Buttons of a wheel, with what is held masked out. */
const WHEEL_UP = 64;
const WHEEL_DOWN = 65;
const HELD_MASK = 4 | 8 | 16;

const CONTROL: Readonly<Record<number, string>> = {
  0: 'ctrl+space',
  8: 'backspace',
  9: 'tab',
  13: 'return',
  28: 'ctrl+\\',
  29: 'ctrl+]',
  30: 'ctrl+^',
  31: 'ctrl+_',
};

/** One thing read, and where the next begins; nothing where the bytes say nothing to anybody. */
interface Read {
  input?: TerminalInput;
  next: number;
  startsPaste?: boolean;
}

export function createInputDecoder(): InputDecoder {
  let rest: Buffer = Buffer.alloc(0);
  let isPasting = false;

  function readAll(): TerminalInput[] {
    const inputs: TerminalInput[] = [];
    let at = 0;
    while (at < rest.length) {
      const read = isPasting ? readPaste(rest, at) : readOne(rest, at);
      if (!read) break;
      at = read.next;
      if (read.input) inputs.push(read.input);
      if (read.startsPaste !== undefined) isPasting = read.startsPaste;
    }
    rest = rest.subarray(at);
    return inputs;
  }

  return {
    push(bytes, isRest = false) {
      if (isRest && rest.length === 0 && restOfSequence(bytes)) rest = Buffer.concat([Buffer.of(ESC), bytes]);
      else rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
      return readAll();
    },
    isAmbiguous: () => !isPasting && AMBIGUOUS.test(rest.toString('latin1')),
    flush() {
      const [, escapes, introducer] = AMBIGUOUS.exec(rest.toString('latin1')) ?? [];
      if (escapes === undefined) return [];
      rest = Buffer.alloc(0);
      if (!introducer) return Array.from(escapes, () => key('escape'));
      return [...Array.from(escapes.slice(1), () => key('escape')), key(keyName(introducer, ALT))];
    },
    isPasting: () => isPasting,
    endPaste() {
      const text = rest.toString('utf8');
      rest = Buffer.alloc(0);
      isPasting = false;
      return text === '' ? [] : [{ kind: 'paste', text }];
    },
  };
}

/** Escape, or two; what may be Alt with a key, or the beginning of a sequence. */
const AMBIGUOUS = /^(\x1b{1,2})([[OP\]]?)$/;
const ALT = { ctrl: false, alt: true, shift: false };

function key(name: string): TerminalInput {
  return { kind: 'key', key: name };
}

/** Whether bytes without their Escape are a sequence of the keyboard, whole: nobody types `[1;5C` in one packet. */
function restOfSequence(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || (bytes[0] !== 0x5b && bytes[0] !== 0x4f)) return false;
  const read = readOne(Buffer.concat([Buffer.of(ESC), bytes]), 0);
  return read?.input !== undefined || read?.startsPaste === true;
}

/** The first input from `at`, or undefined while its end has not come. */
function readOne(bytes: Buffer, at: number): Read | undefined {
  const byte = bytes[at] ?? 0;
  if (byte === ESC) return readEscape(bytes, at);
  if (byte >= 0x80) return readCharacter(bytes, at);
  const next = at + 1;
  if (byte === DEL) return { input: key('backspace'), next };
  if (byte >= 0x20) return { input: key(String.fromCharCode(byte)), next };
  return { input: key(CONTROL[byte] ?? `ctrl+${String.fromCharCode(byte + 0x60)}`), next };
}

/** UTF-8; what is none becomes a replacement character, as in a decoder of the Encoding Standard. */
function readCharacter(bytes: Buffer, at: number): Read | undefined {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >> 4 === 0xe ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[at + offset];
    if (byte === undefined) return undefined;
    if (byte >> 6 !== 0b10) return { input: key(REPLACEMENT), next: at + offset };
  }
  const text = bytes.toString('utf8', at, at + length);
  const isOne = text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length;
  return { input: key(isOne ? text : REPLACEMENT), next: at + length };
}

function readEscape(bytes: Buffer, at: number): Read | undefined {
  const second = bytes[at + 1];
  if (second === undefined) return undefined;
  if (second === 0x5b) return readCsi(bytes, at + 2);
  if (second === 0x4f) return readSs3(bytes, at + 2);
  if (second === 0x5d || second === 0x50) return readStringAnswer(bytes, at, second);
  const alone = { input: key('escape'), next: at + 1 };
  if (second === ESC && bytes[at + 2] === ESC) return alone;
  const inner = readOne(bytes, at + 1);
  if (!inner) return undefined;
  // Escape, and then a key that begins with one; or Alt with that key: rxvt and PuTTY send the same for both.
  const name = inner.input?.kind === 'key' ? inner.input.key : 'escape';
  return name === 'escape' || splitKeyName(name).alt ? alone : withAlt(name, inner.next);
}

function withAlt(name: string, next: number): Read {
  const { base, ...held } = splitKeyName(name);
  return { input: key(keyName(base, { ...held, alt: true })), next };
}

/** `ESC [`, digits and the like, one final byte. */
function readCsi(bytes: Buffer, from: number): Read | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (at - from > SEQUENCE_BYTES_MAX) return { next: at };
    // The Linux console's function keys have a bracket of their own.
    if (byte === 0x5b && at === from) continue;
    // rxvt's Shift is a `$` at the end, which elsewhere comes before the end of an answer to a question (`?2026;2$y`).
    const isRxvtShift = byte === 0x24 && /^\d{1,2}$/.test(bytes.toString('latin1', from, at));
    if (isRxvtShift || (byte >= 0x40 && byte <= 0x7e)) return endCsi(bytes, from, at);
    // Another sequence begins, or what cannot belong to this one: so far it was Alt and a key, or is nothing.
    if (byte < 0x20 || byte > 0x7e) return at === from ? withAlt('[', at) : { next: at };
  }
  return undefined;
}

function endCsi(bytes: Buffer, from: number, at: number): Read | undefined {
  const parameters = bytes.toString('latin1', from, at);
  const final = String.fromCharCode(bytes[at] ?? 0);
  const next = at + 1;
  if (final === 'M' && parameters === '') {
    if (bytes.length < next + OLD_MOUSE_BYTES) return undefined;
    return wheel((bytes[next] ?? 0) - OLD_MOUSE_BASE, next + OLD_MOUSE_BYTES);
  }
  if (parameters.startsWith('<'))
    return final === 'M' ? wheel(Number.parseInt(parameters.slice(1), 10), next) : { next };
  if (final === '~' && parameters === PASTE_START) return { next, startsPaste: true };
  const name = isAnswer(parameters, final) ? undefined : keyOfCsi(parameters, final);
  if (name !== undefined) return { input: key(name), next };
  return isAnswer(parameters, final)
    ? { input: { kind: 'answer', text: `\x1b[${parameters}${final}` }, next }
    : { next };
}

/** Where the cursor is, how the terminal does, what it is. xterm's F3 with Shift looks like a cursor in the first row: the cursor is meant. */
function isAnswer(parameters: string, final: string): boolean {
  return /^[<-?]/.test(parameters) || final === 'n' || final === 't' || (final === 'R' && parameters !== '');
}

function wheel(button: number, next: number): Read {
  const plain = button & ~HELD_MASK;
  if (plain !== WHEEL_UP && plain !== WHEEL_DOWN) return { next };
  return { input: { kind: 'wheel', by: plain === WHEEL_UP ? -1 : 1 }, next };
}

/** `ESC O`, perhaps what is held as a number, one final byte. */
function readSs3(bytes: Buffer, from: number): Read | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39 && at - from < 2) continue;
    const final = String.fromCharCode(byte);
    const name = keyOfSs3(bytes.toString('latin1', from, at), final);
    return name === undefined ? withAlt('O', from) : { input: key(name), next: at + 1 };
  }
  return undefined;
}

/** `ESC ] 11 ; rgb:… BEL` and the like: answers in the form of a string. Alt and `]` or `P` unless it goes on as these do. */
function readStringAnswer(bytes: Buffer, at: number, introducer: number): Read | undefined {
  const from = at + 2;
  const first = bytes[from];
  if (first === undefined) return undefined;
  if (!/[0-9>!|$+]/.test(String.fromCharCode(first))) return withAlt(String.fromCharCode(introducer), from);
  for (let end = from; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0;
    const answer = { kind: 'answer', text: bytes.toString('utf8', at, end) } as const;
    if (byte === BEL) return { input: answer, next: end + 1 };
    if (byte === ESC && bytes[end + 1] === undefined) return undefined;
    if (byte === ESC && bytes[end + 1] === BACKSLASH) return { input: answer, next: end + 2 };
    // No answer has a control character in it: a person typed what looked like one.
    if (byte < 0x20 || end - from > ANSWER_BYTES_MAX) return { next: end };
  }
  return undefined;
}

/** Text up to the end of the paste, in pieces that end between characters. */
function readPaste(bytes: Buffer, at: number): Read | undefined {
  const end = bytes.indexOf(PASTE_END, at);
  if (end >= 0 && end - at <= PASTE_PIECE_BYTES)
    return { ...pasted(bytes, at, end), next: end + PASTE_END.length, startsPaste: false };
  // An end may have begun at the edge of the piece.
  if (bytes.length - at < PASTE_PIECE_BYTES + PASTE_END.length) return undefined;
  let edge = at + PASTE_PIECE_BYTES;
  while ((bytes[edge] ?? 0) >> 6 === 0b10) edge -= 1;
  return { ...pasted(bytes, at, edge), next: edge };
}

function pasted(bytes: Buffer, from: number, to: number): { input?: TerminalInput } {
  return from === to ? {} : { input: { kind: 'paste', text: bytes.toString('utf8', from, to) } };
}
