import { useEffect } from 'react';
import { useConsole, useDesk } from '../../src/console/context.ts';
import type { OpenableScreen } from '../../src/console/state.ts';
import type { Span } from './line.tsx';
import { Lines } from './lines.tsx';

interface Props {
  /** The screen whose open thing this is: its keys scroll it. */
  screen: OpenableScreen;
  lines: readonly (readonly Span[])[];
  rows: number;
}

/** What is open on a screen, from the line scrolled to; the keys are told how far that goes. */
export function ScrolledLines({ screen, lines, rows }: Props) {
  const { store } = useDesk();
  const scroll = useConsole((state) => state[screen].scroll);
  const scrollMax = Math.max(0, lines.length - rows);
  useEffect(() => {
    store.setState((state) =>
      state[screen].scrollMax === scrollMax ? {} : { [screen]: { ...state[screen], scrollMax } },
    );
  }, [store, screen, scrollMax]);
  return <Lines lines={lines.slice(Math.min(scroll, scrollMax))} rows={rows} />;
}
