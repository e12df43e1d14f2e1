import { useCursor } from 'ink';

/** Puts the terminal's own cursor where text goes, so that the window of an input method opens there. */
export function TextCursor({ x, y }: { x: number; y: number }) {
  useCursor().setCursorPosition({ x, y });
  return null;
}
