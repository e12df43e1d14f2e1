import { QueryClientProvider } from '@tanstack/react-query';
import { type Instance, render, useApp } from 'ink';
import { useInsertionEffect } from 'react';
import { App } from '../../views/app.tsx';
import { openKeyboard } from '../terminal/keyboard/open-keyboard.ts';
import { EXIT_HUNG_UP } from '../terminal/leave-signals.ts';
import { createLinear } from '../terminal/linear/linear.ts';
import { createPainter } from '../terminal/painter/painter.ts';
import { repaintWhole } from '../terminal/painter/repaint.ts';
import { createTerminalModes } from '../terminal/terminal-modes.ts';
import { DeskContext } from './context.ts';
import type { Desk } from './desk.ts';
import { dispatchInput } from './keys/dispatch.ts';

/** Frames a second at most: at 30 a held key is painted only every other time, at 60 one that comes a little late waits for the next. */
const FRAMES_MAX = 100;

export interface Terminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** Whether it is read aloud: what changes is printed as lines and nothing is painted over. */
  isReadAloud?: boolean;
  /** Called whenever the person does something. */
  onKey?: () => void;
}

export interface MountedConsole {
  ink: Instance;
  /** Gives the terminal back as it was for as long as somebody else uses it, then takes it again and paints all of it. */
  lend(use: () => Promise<void>): Promise<void>;
  isLent(): boolean;
  setMouse(isOurs: boolean): void;
  /** Gives the terminal back for good. */
  close(): void;
}

/** A window dragged by its corner resizes dozens of times a second; one repaint follows the last. */
const RESIZE_SETTLED_MS = 40;

/** Paints the console on the alternate screen and reads its keys. */
export function mountConsole(
  desk: Desk,
  { stdin, stdout: terminal, isReadAloud, onKey }: Terminal,
): MountedConsole {
  const { stdout, stop } = isReadAloud ? createLinear(terminal) : createPainter(terminal);
  const write = (sequence: string) => void terminal.write(sequence);
  const modes = createTerminalModes(write);
  modes.take();
  // Before anything is painted: what is typed meanwhile would be echoed into it.
  const keyboard = openKeyboard({
    stdin,
    write,
    onInput: (input) => {
      onKey?.();
      dispatchInput(desk, input);
    },
    onGone: () => desk.exit(EXIT_HUNG_UP),
  });
  let suspend = async (use: () => Promise<void>) => use();
  /** Ink lets only a component give the terminal away. */
  function Lender(): null {
    const { suspendTerminal } = useApp();
    useInsertionEffect(() => {
      suspend = suspendTerminal;
    }, [suspendTerminal]);
    return null;
  }
  const tree = (
    <DeskContext value={desk}>
      <QueryClientProvider client={desk.queries}>
        <Lender />
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
  let isLent = false;
  const stopRepainting = repaintAfterResize(stdout, () => {
    if (!isLent) repaintWhole(stdout, ink, () => ink.rerender(tree));
  });
  const stopAll = () => {
    stopRepainting();
    stop();
  };
  ink.waitUntilExit().then(stopAll, stopAll);

  return {
    ink,
    lend: async (use) => {
      if (isLent) return;
      isLent = true;
      try {
        await suspend(async () => {
          modes.giveBack();
          keyboard.pause();
          try {
            await use();
          } finally {
            keyboard.resume();
            modes.take();
          }
        });
      } finally {
        isLent = false;
      }
    },
    isLent: () => isLent,
    setMouse: modes.setMouse,
    close: () => {
      modes.giveBack();
      keyboard.pause();
      ink.unmount();
    },
  };
}
/** Terminals cut, wrap and scroll a frame as they like when they are resized; Ink writes over where it believes the frame to be. */
function repaintAfterResize(stdout: NodeJS.WriteStream, paint: () => void): () => void {
  let settled: NodeJS.Timeout | undefined;
  const onResize = () => {
    clearTimeout(settled);
    settled = setTimeout(paint, RESIZE_SETTLED_MS);
  };
  stdout.on('resize', onResize);
  return () => {
    clearTimeout(settled);
    stdout.off('resize', onResize);
  };
}
