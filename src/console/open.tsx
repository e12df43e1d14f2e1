import { setImmediate } from 'node:timers/promises';
import { startMessages } from '../i18n/messages/console-start.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { isSandboxName } from '../session/context-settings.ts';
import { effectiveSetting, type Sources } from '../session/effective-settings.ts';
import { type Place, placeInUse } from '../session/place-in-use.ts';
import { findPlaces } from '../session/places.ts';
import { openSession, reopenSession } from '../session/session.ts';
import { readSettings } from '../session/settings.ts';
import { halfBlocksLineUp } from '../terminal/half-blocks.ts';
import { onLeaveSignals } from '../terminal/leave-signals.ts';
import { progressLine } from '../terminal/progress-line.ts';
import { createDesk } from './create-desk.ts';
import { followEvents } from './live.ts';
import { meetTerminal } from './meet-terminal.ts';
import { mountConsole } from './mount.tsx';

export interface ConsoleOptions {
  /** The --context flag. */
  context?: string;
  language: Language;
  sources: Sources;
}

/**
 * Opens the console on this terminal and stays until the person leaves; the number is the exit code (0 left, 130 interrupted).
 * Starts the sandbox when that is what is to be worked on. Throws expected failures before anything is painted.
 */
export async function openConsole(options: ConsoleOptions): Promise<number> {
  const { context, language } = options;
  const settings = readSettings(findPlaces(process.env).configDir);
  const flags = context === undefined ? {} : { currentContext: context };
  const current = effectiveSetting('currentContext', { flags, environment: process.env, settings });
  const place = placeInUse(current, settings);
  const isSandbox = place.isContext && isSandboxName(place.name);
  if (isSandbox) await join(language);
  try {
    return await work(place, options);
  } finally {
    if (isSandbox) await (await import('../session/sandbox/sandbox.ts')).leaveSandbox();
  }
}

/** Ctrl-C is left to the system here: a platform that nobody uses in the end stops by itself. */
async function join(language: Language): Promise<void> {
  const progress = progressLine(process.stderr);
  const { joinSandbox } = await import('../session/sandbox/sandbox.ts');
  try {
    await joinSandbox({ onProgress: (step) => progress.say(translate(startMessages, language, step)) });
  } finally {
    progress.wipe();
  }
}

async function work(place: Place, { context, language, sources }: ConsoleOptions): Promise<number> {
  const leaving = new AbortController();
  const client = await openSession({ context, language, signal: leaving.signal });
  const { stdin, stdout } = process;
  const { look, colours, isReadAloud } = await meetTerminal(process, sources);
  let leave = (_code: number) => {};
  const left = new Promise<number>((resolve) => {
    leave = resolve;
  });
  const desk = createDesk({
    client,
    reopen: () => reopenSession({ context, language, signal: leaving.signal }),
    place,
    halfBlocks: halfBlocksLineUp(process.env),
    readSettings: () => readSettings(findPlaces(process.env).configDir),
    language,
    colours,
    window: { columns: stdout.columns, rows: stdout.rows },
    writeTerminal: (sequence) => void stdout.write(sequence),
    exit: (code) => leave(code),
  });
  desk.store.setState({ look });
  const stopListening = onLeaveSignals(leave);
  // A terminal that went away cannot be written to; there is nobody left to tell.
  stdout.on('error', () => leave(1));
  const ink = mountConsole(desk, { stdin, stdout, isReadAloud });
  const following = followEvents(desk, leaving.signal);
  try {
    // Ink ends by itself only when a view threw: that rejects, and the sentence follows once the screen is back.
    return await Promise.race([left, ink.waitUntilExit().then(() => 1), following.then(() => left)]);
  } finally {
    ink.unmount();
    stopListening();
    leaving.abort();
    await Promise.allSettled([ink.waitUntilExit(), following]);
    // Last, since views that unmount leave timers with the cache, and those would keep the process for minutes.
    await setImmediate();
    desk.queries.clear();
  }
}
