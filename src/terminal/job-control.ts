import { isForeground } from './foreground.ts';

interface LendableScreen {
  /** Gives the terminal away while `use` runs. */
  lend(use: () => Promise<void>): Promise<void>;
  isLent(): boolean;
}

export interface JobControl {
  /** Stops the whole job, as Ctrl-Z does to any program, until somebody says `fg`. */
  stop(): void;
  end(): void;
}

/**
 * How long to look whether the system really stopped us: it does so at once, or never where no shell could wake us again. As long is
 * waited after waking, for what else was signalled while we could not hear.
 */
const SETTLED_MS = 50;

/** Leaves the terminal to the shell when the job is stopped, and takes it again when it goes on, however it was stopped. */
export function controlJob({ lend, isLent }: LendableScreen): JobControl {
  let isAway = false;
  let whenAwake = (_isOurs: boolean) => {};
  let looking: NodeJS.Timeout | undefined;

  const lookSoon = () => {
    clearTimeout(looking);
    looking = setTimeout(() => whenAwake(isForeground()), SETTLED_MS);
  };
  // Without a listener of ours these stop the process, and the pipeline or the npx that it is part of.
  const sleep = (signal: 'SIGTSTP' | 'SIGTTOU') => {
    process.kill(0, signal);
    // The clock of this turn stood still with us, and what was signalled meanwhile is heard only in the next.
    setImmediate(() => setImmediate(lookSoon));
  };
  const asleep = () =>
    new Promise<void>((resolve) => {
      whenAwake = (isOurs) => (isOurs ? resolve() : sleep('SIGTTOU'));
      process.off('SIGTSTP', stop);
      sleep('SIGTSTP');
    });
  const stop = () => {
    if (isAway) return;
    if (isLent()) return stopWithEditor();
    isAway = true;
    void lend(asleep).finally(() => {
      isAway = false;
      whenAwake = takeAnew;
      process.on('SIGTSTP', stop);
    });
  };
  /** Whoever has the terminal stops by itself, and with it the job: the shell waits until all of it stands still. */
  const stopWithEditor = () => {
    process.off('SIGTSTP', stop);
    process.kill(process.pid, 'SIGTSTP');
    setImmediate(() => process.on('SIGTSTP', stop));
  };
  /** Stopped by a signal that cannot be heard: what the shell did to the screen and the modes since is not known. */
  const takeAnew = (isOurs: boolean) => {
    if (isLent()) return;
    if (isOurs) void lend(async () => {});
    else sleep('SIGTTOU');
  };
  whenAwake = takeAnew;
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', lookSoon);
  return {
    stop,
    end: () => {
      clearTimeout(looking);
      whenAwake = () => {};
      process.off('SIGTSTP', stop);
      process.off('SIGCONT', lookSoon);
    },
  };
}
