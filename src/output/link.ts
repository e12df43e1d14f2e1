import type { LinkWish } from '../session/setting-checks.ts';

/** Terminals that show no more than text, and some of them what they do not understand: the system's own console, Emacs, real ones. */
const WITHOUT_LINKS = /^(linux|dumb|vt\d+|ansi|cons25|eterm|sun)/;
/** VTE, which many terminals stand on, ended with a crash at some links before 0.50. */
const VTE_VERSION_MIN = 5_000;

/** Whether addresses may be links (OSC 8): a terminal that does not know those shows the text alone, as far as it is not known better. */
export function allowsLinks(wish: LinkWish, environment: NodeJS.ProcessEnv): boolean {
  if (wish !== 'auto') return wish === 'on';
  const { TERM = '', VTE_VERSION, STY } = environment;
  if (TERM === '' || WITHOUT_LINKS.test(TERM)) return false;
  if (VTE_VERSION !== undefined && Number(VTE_VERSION) < VTE_VERSION_MIN) return false;
  // GNU screen keeps them to itself at best.
  return !STY;
}

/** An address of the web in the characters of addresses alone (RFC 3986): no control, no blank, nothing beyond ASCII. */
const ADDRESS = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/;
/** Terminals take no longer ones, nor does the largest QR code. */
const ADDRESS_LENGTH_MAX = 2_000;

/** Whether a text is an address that may be handed on to somebody's browser. */
export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_LENGTH_MAX && ADDRESS.test(text);
}

/**
 * The address, or a piece of it that stands in a line of its own, as a link to where it says. Anything else stays as it is: no text
 * leads elsewhere than a person reads.
 */
export function linked(piece: string, address: string): string {
  const isLink = piece !== '' && isAddress(address) && address.includes(piece);
  return isLink ? `\u001b]8;;${address}\u001b\\${piece}\u001b]8;;\u001b\\` : piece;
}
