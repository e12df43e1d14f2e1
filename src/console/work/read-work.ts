import { OPERATIONS } from '../operations.ts';
import { WORK_VERSION, type WorkInHand } from './work-in-hand.ts';

/** What a file says, where it is work as this version of the console keeps it; undefined for anything else. */
export function readWork(kept: unknown): WorkInHand | undefined {
  const work = kept as WorkInHand | null | undefined;
  if (typeof work !== 'object' || work?.version !== WORK_VERSION) return undefined;
  const isWhole =
    Array.isArray(work.marks) &&
    Array.isArray(work.drafts) &&
    typeof work.filter === 'string' &&
    typeof work.command === 'string' &&
    Array.isArray(work.entry?.path);
  if (!isWhole) return undefined;
  const isKnown = (action: string) => Object.hasOwn(OPERATIONS, action);
  return {
    ...work,
    // What was kept before lists had an order of one's own.
    sort: work.sort ?? 'due',
    form: work.form && isKnown(work.form.action) ? work.form : null,
    drafts: work.drafts.filter(({ key }) => isKnown(draftAction(key))),
  };
}

/** `assign:GL261112-0042` → `assign`. */
export function draftAction(key: string): string {
  return key.slice(0, key.lastIndexOf(':'));
}
