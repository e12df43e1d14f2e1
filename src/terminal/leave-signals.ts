import { constants } from 'node:os';
import { isForeground } from './foreground.ts';

/** A terminal that closes, an operator who kills, a Ctrl-C sent from elsewhere: each leaves by the front door. */
const SIGNALS = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT'] as const;
/** By convention of shells: killed by signal n. */
const EXIT_SIGNAL_BASE = 128;
/** As when the system says it: the terminal went away. */
export const EXIT_HUNG_UP = EXIT_SIGNAL_BASE + constants.signals.SIGHUP;

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

/**
 * Ends the process by the signal that asked it to go, where the shell has the terminal: leaving by the front door, Node would set the
 * terminal's modes, for which it would be stopped instead of ended.
 */
export function endInBackground(code: number): void {
  const signal = SIGNALS.find((one) => code === EXIT_SIGNAL_BASE + constants.signals[one]);
  if (signal === undefined || isForeground()) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Calls `leave` with what was thrown and nobody caught, so that the screen comes back before it is told; returns how to stop listening. */
export function onCrash(leave: (error: unknown) => void): () => void {
  process.on('uncaughtException', leave);
  process.on('unhandledRejection', leave);
  return () => {
    process.off('uncaughtException', leave);
    process.off('unhandledRejection', leave);
  };
}
