/** Asks the terminal to put text on the clipboard (OSC 52); it works over SSH, and terminals without it ignore it. */
export function clipboardSequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;
}
