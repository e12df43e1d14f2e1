import type { ClipboardWish } from '../session/setting-checks.ts';

/** Terminals that show no more than text: the system's own console, and those that say so. */
const WITHOUT_CLIPBOARD = /^(linux|dumb|vt\d+|ansi|cons25)/;

/**
 * What asks the terminal at the far end of the line to put text on its clipboard (OSC 52), or undefined where that is not wanted or can
 * be known to be in vain. No terminal says whether it did so: whoever copies shows the text as well.
 */
export function clipboardSequence(
  text: string,
  wish: ClipboardWish,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (wish === 'off') return undefined;
  if (wish === 'auto' && WITHOUT_CLIPBOARD.test(environment['TERM'] ?? '')) return undefined;
  const sequence = `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;
  // tmux takes it itself with set-clipboard on, and hands it through with allow-passthrough on: which of them is not known here.
  if (environment['TMUX']) return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
  return environment['STY'] ? inScreen(sequence) : sequence;
}

/** GNU screen hands through what stands in a string of its own, of so many bytes at most. */
const SCREEN_PIECE_BYTES = 700;

function inScreen(sequence: string): string {
  const pieces = sequence.match(new RegExp(`[^]{1,${SCREEN_PIECE_BYTES}}`, 'g')) ?? [];
  return pieces.map((piece) => `\x1bP${piece}\x1b\\`).join('');
}
