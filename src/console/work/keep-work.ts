import type { WorkPlace } from '../../session/kept-work.ts';
import type { Desk } from '../desk.ts';
import type { ConsoleState } from '../state.ts';
import { isSomewhere, isWorkToFinish } from './work-in-hand.ts';
import { workOf } from './work-of.ts';

/** How long what was typed may be on its way to the disk: what a machine that loses its power costs at most. */
const KEEP_MS = 1_000;

export interface WorkKeeper {
  /** Writes what is in hand now; the person did not mean to go. */
  keepNow(): void;
  /** The last word: one who left of their own accord comes back only to what is unfinished. */
  end(leftAtWill: boolean): void;
}

/** Keeps what is in the person's hands as it changes. While nothing changes, nothing runs. */
export function keepWork({ store, clock }: Desk, place: WorkPlace): WorkKeeper {
  let soon: NodeJS.Timeout | undefined;
  const keepIf = (isWorth: typeof isSomewhere) => {
    clearTimeout(soon);
    soon = undefined;
    const { overlay } = store.getState();
    // As long as nobody has said what is to become of the old work, it stays.
    if (overlay?.kind === 'resume') return;
    const work = workOf(store.getState(), new Date(clock.nowMs()).toISOString());
    if (isWorth(work)) place.keep(work);
    else place.drop();
  };
  const stop = store.subscribe((state, before) => {
    if (soon === undefined && isOtherWork(state, before))
      soon = setTimeout(() => keepIf(isSomewhere), KEEP_MS);
  });
  return {
    keepNow: () => keepIf(isSomewhere),
    end: (leftAtWill) => {
      stop();
      keepIf(leftAtWill ? isWorkToFinish : isSomewhere);
    },
  };
}

const KEPT_PARTS = [
  'screen',
  'requests',
  'notices',
  'entry',
  'triage',
  'detail',
  'form',
  'drafts',
  'palette',
  'paletteDraft',
  'overlay',
] as const satisfies readonly (keyof ConsoleState)[];

function isOtherWork(state: ConsoleState, before: ConsoleState): boolean {
  return KEPT_PARTS.some((part) => state[part] !== before[part]);
}
