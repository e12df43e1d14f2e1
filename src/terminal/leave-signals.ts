import { constants } from 'node:os';

/** A terminal that closes, an operator who kills, a Ctrl-C sent from elsewhere: each leaves by the front door. */
const SIGNALS = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;
/** By convention of shells: killed by signal n. */
const EXIT_SIGNAL_BASE = 128;

/** Calls `leave` with the exit code when a signal asks to go; returns how to stop listening. */
export function onLeaveSignals(leave: (code: number) => void): () => void {
  const listeners = SIGNALS.map((signal) => {
    const listener = () => leave(EXIT_SIGNAL_BASE + constants.signals[signal]);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
