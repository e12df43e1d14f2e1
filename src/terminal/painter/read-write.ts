import type { Glass } from './glass.ts';
import { DEFAULT_STYLE, withLink, withSgr } from './style.ts';

/** Hides nothing from the glass but is the terminal's business: keyboard, mouse, pastes, titles. Goes through as it is. */
type PassOn = (sequence: string) => void;

const TEXT = /[^\x00-\x1f\x7f-\x9f]+/y;
const CSI = /\x1b\[([<=>?]?)([\d:;]*)([@-~])/y;
const OSC = /\x1b\](\d+)(?:;([^\x07\x1b]*))?(?:\x07|\x1b\\)/y;
/** A line of a frame: text and its styles up to the line's end. */
const STYLED_LINE = /(?:[^\x00-\x1f\x7f-\x9f]|\x1b\[[\d;:]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\))+(?=\n|$)/y;

/** Titles, clipboard and the like draw nothing. */
const LINK_OSC = '8';
const MODE_CURSOR = '25';
/** Modes that change what the screen shows or how it is written on. */
const MODES_OF_THE_SCREEN = /^(?:3|5|6|7|47|69|1047|1048|1049)$/;

export interface Sync {
  /** Between the marks of a synchronised update nothing is painted. */
  isHeld: boolean;
}
const MODE_SYNC = '2026';

/**
 * Carries a write of Ink's over to the glass, as a terminal would. Returns what was left from the first thing on that is not
 * understood: '' when everything was.
 */
export function readWrite(glass: Glass, data: string, sync: Sync, passOn: PassOn): string {
  let at = 0;
  while (at < data.length) {
    const { x, style } = glass;
    const next = readOne(glass, data, at, sync, passOn);
    if (next === undefined) {
      // Half a line may have been printed; the terminal is to print it from its start.
      Object.assign(glass, { x, style });
      return data.slice(at);
    }
    at = next;
  }
  return '';
}

/** Reads what begins at `at`; where the next thing begins, or undefined when it is not understood. */
function readOne(glass: Glass, data: string, at: number, sync: Sync, passOn: PassOn): number | undefined {
  if (glass.isAtUntouchedLine) {
    STYLED_LINE.lastIndex = at;
    const words = STYLED_LINE.exec(data)?.[0];
    if (words !== undefined) return readLine(glass, words) ? at + words.length : undefined;
  }
  const code = data.charCodeAt(at);
  if (code === 0x0a) glass.newLine();
  else if (code === 0x0d) glass.moveTo(0, glass.y);
  else if (code === 0x1b) return readEscape(glass, data, at, sync, passOn);
  else {
    TEXT.lastIndex = at;
    const text = TEXT.exec(data)?.[0];
    return text !== undefined && glass.print(text) ? at + text.length : undefined;
  }
  return at + 1;
}

/** A line as Ink writes it whole. The second time it costs next to nothing. */
function readLine(glass: Glass, words: string): boolean {
  if (glass.recall(words)) return true;
  for (let at = 0; at < words.length; ) {
    const next = readPiece(glass, words, at);
    if (next === undefined) return false;
    at = next;
  }
  glass.remember(words);
  return true;
}

function readPiece(glass: Glass, words: string, at: number): number | undefined {
  if (words.charCodeAt(at) === 0x1b) return readEscape(glass, words, at, { isHeld: false }, () => {});
  TEXT.lastIndex = at;
  const text = TEXT.exec(words)?.[0] ?? '';
  return glass.print(text) ? at + text.length : undefined;
}

function readEscape(glass: Glass, data: string, at: number, sync: Sync, passOn: PassOn): number | undefined {
  CSI.lastIndex = at;
  const csi = CSI.exec(data);
  if (csi) {
    const [whole, prefix = '', parameters = '', final = ''] = csi;
    const isUnderstood =
      prefix === ''
        ? move(glass, parameters, final)
        : setMode(glass, whole, prefix, parameters, final, sync, passOn);
    return isUnderstood ? CSI.lastIndex : undefined;
  }
  OSC.lastIndex = at;
  const osc = OSC.exec(data);
  if (!osc) return undefined;
  const [whole, kind, content = ''] = osc;
  if (kind === LINK_OSC) glass.style = withLink(glass.style, content);
  else passOn(whole);
  return OSC.lastIndex;
}

function setMode(
  glass: Glass,
  whole: string,
  prefix: string,
  parameters: string,
  final: string,
  sync: Sync,
  passOn: PassOn,
): boolean {
  const isOn = final === 'h';
  if (prefix === '?' && (isOn || final === 'l')) {
    if (MODES_OF_THE_SCREEN.test(parameters) || parameters.includes(';')) return false;
    if (parameters === MODE_CURSOR) glass.isCursorShown = isOn;
    else if (parameters === MODE_SYNC) sync.isHeld = isOn;
    else passOn(whole);
    return true;
  }
  // Of the keyboard: CSI > … u and CSI < … u; CSI ? u asks.
  if (final !== 'u') return false;
  passOn(whole);
  return true;
}

function move(glass: Glass, parameters: string, final: string): boolean {
  if (final === 'm') {
    const style = withSgr(glass.style, parameters);
    if (style) glass.style = style;
    return style !== undefined;
  }
  const [first = Number.NaN, second] = parameters.split(';').map((text) => (text === '' ? 0 : Number(text)));
  if (Number.isNaN(first) || parameters.split(';').length > 2) return false;
  const count = Math.max(1, first);
  const { x, y, columns, rows } = glass;
  if (final === 'H') glass.moveTo(Math.max(1, second ?? 1) - 1, count - 1);
  else if (second !== undefined) return false;
  else if (final === 'G') glass.moveTo(count - 1, y);
  else if (final === 'A') glass.moveBy(0, -count);
  else if (final === 'B') glass.moveBy(0, count);
  else if (final === 'C') glass.moveBy(count, 0);
  else if (final === 'D') glass.moveBy(-count, 0);
  else if (final === 'E') glass.moveTo(0, y + count);
  else if (final === 'F') glass.moveTo(0, y - count);
  // An erased cell takes the ground of the moment: Ink erases without one.
  else if (glass.style.key !== DEFAULT_STYLE.key) return false;
  else if (final === 'K' && first <= 2) glass.eraseLine(first === 0 ? x : 0, first === 1 ? x + 1 : columns);
  else if (final === 'J' && first <= 2) {
    if (first === 0) glass.eraseLine(x, columns);
    if (first === 1) glass.eraseLine(0, x + 1);
    glass.eraseRows(first === 0 ? y + 1 : 0, first === 1 ? y : rows);
  } else return false;
  return true;
}
