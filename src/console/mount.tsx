import { QueryClientProvider } from '@tanstack/react-query';
import { type Instance, render } from 'ink';
import { App } from '../../views/app.tsx';
import { createLinear } from '../terminal/linear/linear.ts';
import { createPainter } from '../terminal/painter/painter.ts';
import { repaintWhole } from '../terminal/painter/repaint.ts';
import { DeskContext } from './context.ts';
import type { Desk } from './desk.ts';

/** Frames a second at most: at 30 a held key is painted only every other time. */
const FRAMES_MAX = 60;

export interface Terminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** Whether it is read aloud: what changes is printed as lines and nothing is painted over. */
  isReadAloud?: boolean;
}

/** A window dragged by its corner resizes dozens of times a second; one repaint follows the last. */
const RESIZE_SETTLED_MS = 40;

/** Paints the console on the alternate screen; Ink restores the screen when it is unmounted. */
export function mountConsole(desk: Desk, { stdin, stdout: terminal, isReadAloud }: Terminal): Instance {
  const { stdout, stop } = isReadAloud ? createLinear(terminal) : createPainter(terminal);
  const tree = (
    <DeskContext value={desk}>
      <QueryClientProvider client={desk.queries}>
        <App />
      </QueryClientProvider>
    </DeskContext>
  );
  const ink = render(tree, {
    stdin,
    stdout,
    alternateScreen: true,
    maxFps: FRAMES_MAX,
    exitOnCtrlC: false,
    patchConsole: false,
    // Ink's own way of being read aloud erases and repeats all of it at each step.
    isScreenReaderEnabled: false,
    // Ink takes any machine with CI set for one without a person and would paint nothing.
    interactive: Boolean(stdout.isTTY),
  });
  repaintAfterResize(stdout, ink, () => ink.rerender(tree));
  ink.waitUntilExit().then(stop, stop);
  return ink;
}

/** Terminals cut, wrap and scroll a frame as they like when they are resized; Ink writes over where it believes the frame to be. */
function repaintAfterResize(stdout: NodeJS.WriteStream, ink: Instance, paint: () => void): void {
  let settled: NodeJS.Timeout | undefined;
  const onResize = () => {
    clearTimeout(settled);
    settled = setTimeout(() => repaintWhole(stdout, ink, paint), RESIZE_SETTLED_MS);
  };
  const stop = () => {
    clearTimeout(settled);
    stdout.off('resize', onResize);
  };
  stdout.on('resize', onResize);
  ink.waitUntilExit().then(stop, stop);
}
