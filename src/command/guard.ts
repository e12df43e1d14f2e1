import type { Place } from '../session/place-in-use.ts';
import { isOn } from './input.ts';
import { type AnyOperation, ExpectedFailure, type Input } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

/** Names the context that is about to be changed; a script that gives it always cannot hit another by mistake. */
export const CONFIRM_FLAG = '--confirm-context';

/** Whether an operation takes the flag: what changes nothing at a platform need not be confirmed. */
export function changesPlatform({ effect }: Pick<AnyOperation, 'effect'>): boolean {
  return effect === 'write' || effect === 'severe';
}

/**
 * Throws when the context that is about to be changed was not named, or another one was. Without the flag the name is asked for, where
 * there is somebody to ask. A dry run and what only reads go through.
 */
export async function requireConfirmed(
  operation: AnyOperation,
  input: Input,
  place: Place,
  confirmed: string | undefined,
  ask: ((question: { zh: string; en: string }) => Promise<string>) | undefined,
): Promise<void> {
  if (!changesPlatform(operation) || isOn(input, 'dryRun') || operation.onlyReads?.(input)) return;
  if (confirmed === undefined) {
    if (!place.guarded) return;
    if (ask === undefined) throw missing(place.name);
    const typed = await ask({
      zh: `${place.name} 有写保护。要改动,请输入它的名称:`,
      en: `${place.name} is guarded. Type its name to change something there: `,
    });
    if (typed.trim() !== place.name) throw refused(typed.trim(), place.name);
  } else if (!place.isContext || confirmed !== place.name) throw refused(confirmed, place.name);
}

function missing(name: string): ExpectedFailure {
  return usageFailure(
    { en: `${name} is guarded: nothing was changed.`, zh: `${name} 有写保护:没有改动。` },
    { en: `Add ${CONFIRM_FLAG} ${name}.`, zh: `请加 ${CONFIRM_FLAG} ${name}。` },
  );
}

function refused(typed: string, name: string): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'not_confirmed',
    message: {
      en: `This is ${name}, not ${JSON.stringify(typed)}: nothing was changed.`,
      zh: `这里是 ${name},不是 ${JSON.stringify(typed)}:没有改动。`,
    },
    exit: 2,
  });
}
