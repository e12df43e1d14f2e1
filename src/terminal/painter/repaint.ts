import type { Instance } from 'ink';

const HOME_AND_ERASE = '\x1b[H\x1b[2J';

/** Paints everything anew, for when the terminal does not show what was written: Ink forgets its frame, the screen is cleared. */
export function repaintWhole(stdout: NodeJS.WriteStream, ink: Instance, paint: () => void): void {
  ink.clear();
  stdout.write(HOME_AND_ERASE);
  paint();
}
