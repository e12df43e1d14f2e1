import { setImmediate } from 'node:timers/promises';
import { EXIT } from '../command/exit-code.ts';
import { startMessages } from '../i18n/messages/console-start.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { openJournal } from '../journal/journal.ts';
import { allowsLinks } from '../output/link.ts';
import type { ProgressLine } from '../output/progress-line.ts';
import { isSandboxName } from '../session/context-settings.ts';
import { effectiveSetting, type Sources } from '../session/effective-settings.ts';
import { keepLine, readLines } from '../session/kept-lines.ts';
import { openWorkPlace } from '../session/kept-work.ts';
import { type Place, placeInUse } from '../session/place-in-use.ts';
import { findPlaces } from '../session/places.ts';
import { openSession, reopenSession } from '../session/session.ts';
import type { BellWish, ClipboardWish, LinkWish } from '../session/setting-checks.ts';
import { readSettings } from '../session/settings.ts';
import { openAttention, SILENT } from '../terminal/attention.ts';
import { clipboardSequence } from '../terminal/clipboard.ts';
import { type EditedOutside, editOutside } from '../terminal/external-editor.ts';
import { controlJob } from '../terminal/job-control.ts';
import { EXIT_HUNG_UP, endInBackground, onCrash, onLeaveSignals } from '../terminal/leave-signals.ts';
import { watchAlerts } from './alerts.ts';
import { createDesk } from './create-desk.ts';
import type { KeyChanges } from './keys/key-changes.ts';
import { readKeyChanges } from './keys/read-key-changes.ts';
import { LINES_MAX } from './line-history.ts';
import { followEvents } from './live.ts';
import { meetTerminal } from './meet-terminal.ts';
import { mountConsole } from './mount.tsx';
import { keepWork } from './work/keep-work.ts';
import { ownerOf } from './work/owner-of.ts';
import { readWork } from './work/read-work.ts';

export interface ConsoleOptions {
  /** The --context flag. */
  context?: string;
  language: Language;
  sources: Sources;
  /** Tells how far it is until the console stands. */
  progress?: ProgressLine | undefined;
}

/**
 * Opens the console on this terminal and stays until the person leaves; the number is the exit code (0 left, 130 interrupted).
 * Starts the sandbox when that is what is to be worked on. Throws expected failures before anything is painted.
 */
export async function openConsole(options: ConsoleOptions): Promise<number> {
  const { language, sources } = options;
  // Before anything is started: keys that cannot be are told first.
  const keyChanges = readKeyChanges(sources.settings.keys);
  const place = placeInUse(effectiveSetting('currentContext', sources), sources.settings);
  const isSandbox = place.isContext && isSandboxName(place.name);
  if (isSandbox) await join(options);
  let code: number | undefined;
  try {
    code = await work(place, options, keyChanges);
    return code;
  } finally {
    if (isSandbox) await (await import('../session/sandbox/sandbox.ts')).leaveSandbox();
    endInBackground(code ?? EXIT.failed);
  }
}

/** Ctrl-C is left to the system here: a platform that nobody uses in the end stops by itself. */
async function join({ language, progress }: ConsoleOptions): Promise<void> {
  const { joinSandbox } = await import('../session/sandbox/sandbox.ts');
  try {
    await joinSandbox({ onProgress: (step) => progress?.say(translate(startMessages, language, step)) });
  } finally {
    progress?.wipe();
  }
}

async function work(
  place: Place,
  { context, language, sources }: ConsoleOptions,
  keyChanges: KeyChanges,
): Promise<number> {
  const leaving = new AbortController();
  const client = await openSession({ context, language, signal: leaving.signal });
  const { stdin, stdout } = process;
  const { look, colours, isReadAloud, fineMarks } = await meetTerminal(process, sources);
  const isMouseOurs = effectiveSetting('mouse', sources).value === 'on';
  const clipboard = effectiveSetting('clipboard', sources).value as ClipboardWish;
  const { configDir, stateDir } = findPlaces(process.env);
  const owner = ownerOf(place, process.env);
  const left = Promise.withResolvers<number>();
  const desk = createDesk({
    client,
    reopen: () => reopenSession({ context, language, signal: leaving.signal }),
    place,
    fineMarks,
    links: allowsLinks(effectiveSetting('links', sources).value as LinkWish, process.env),
    isReadAloud,
    readSettings: () => readSettings(configDir),
    keyChanges,
    language,
    colours,
    window: { columns: stdout.columns, rows: stdout.rows },
    copyToTerminal: (text) => {
      const sequence = clipboardSequence(text, clipboard, process.env);
      if (sequence !== undefined) stdout.write(sequence);
      return sequence !== undefined;
    },
    setMouse: (isOurs) => screen.setMouse(isOurs),
    exit: left.resolve,
    stopJob: () => {
      keeper.keepNow();
      job.stop();
    },
    editOutside: async (text) => {
      keeper.keepNow();
      let result: EditedOutside = { ok: false, editor: '', code: null };
      await screen.lend(async () => {
        result = await editOutside(text, process.env);
      });
      return result;
    },
    journal: openJournal(stateDir),
    keepWork: () => keeper.keepNow(),
    keepLine: (kind, line) => keepLine(stateDir, owner, { kind, line, max: LINES_MAX }),
  });
  desk.store.setState(readLines(stateDir, owner));
  const workPlace = openWorkPlace(stateDir, owner);
  const unfinished = readWork(workPlace.takeOver());
  if (unfinished) desk.store.setState({ overlay: { kind: 'resume', work: unfinished } });
  const keeper = keepWork(desk, workPlace);
  const stopListening = onLeaveSignals((code) => {
    // Ctrl-C in an editor that has the terminal is meant for the editor.
    if (code !== EXIT.interrupted || !screen.isLent()) left.resolve(code);
  });
  const stopCatching = onCrash(left.reject);
  // A terminal that went away cannot be written to; there is nobody left to tell.
  stdout.on('error', () => left.resolve(EXIT_HUNG_UP));
  const screen = mountConsole(desk, { stdin, stdout, isReadAloud, onKey: () => alerts.seen() });
  desk.store.setState({ look, isMouseOurs });
  screen.setMouse(isMouseOurs);
  const job = controlJob(screen);
  const alerts = watchAlerts(
    desk,
    isReadAloud ? SILENT : openAttention((sequence) => void stdout.write(sequence), 'district'),
    {
      title: effectiveSetting('title', sources).value === 'on',
      bell: effectiveSetting('bell', sources).value as BellWish,
    },
  );
  const following = followEvents(desk, leaving.signal, alerts.hear);
  let code: number | undefined;
  try {
    // Ink ends by itself only when a view threw: that rejects, and the sentence follows once the screen is back.
    code = await Promise.race([
      left.promise,
      screen.ink.waitUntilExit().then(() => 1),
      following.then(() => left.promise),
    ]);
    return code;
  } finally {
    alerts.stop();
    keeper.end(code === 0 || code === EXIT.interrupted);
    job.end();
    screen.close();
    stopListening();
    stopCatching();
    leaving.abort();
    await Promise.allSettled([screen.ink.waitUntilExit(), following]);
    // Last, since views that unmount leave timers with the cache, and those would keep the process for minutes.
    await setImmediate();
    desk.queries.clear();
  }
}
