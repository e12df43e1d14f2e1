import { QueryClientProvider } from '@tanstack/react-query';
import { type Instance, render } from 'ink';
import { App } from '../../views/app.tsx';
import { DeskContext } from './context.ts';
import type { Desk } from './desk.ts';

/** Frames a second at most: at 30 a held key is painted only every other time. */
const FRAMES_MAX = 60;

export interface Terminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
}

/** Paints the console on the alternate screen; Ink restores the screen when it is unmounted. */
export function mountConsole(desk: Desk, { stdin, stdout }: Terminal): Instance {
  return render(
    <DeskContext value={desk}>
      <QueryClientProvider client={desk.queries}>
        <App />
      </QueryClientProvider>
    </DeskContext>,
    {
      stdin,
      stdout,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: FRAMES_MAX,
      exitOnCtrlC: false,
      patchConsole: false,
      // Ink takes any machine with CI set for one without a person and would paint nothing.
      interactive: Boolean(stdout.isTTY),
    },
  );
}
