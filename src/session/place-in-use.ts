import type { ContextColour } from './context-settings.ts';
import type { EffectiveSetting } from './effective-settings.ts';
import type { Settings } from './setting-checks.ts';

/** What is known of the platform in use without asking it. */
export interface Place {
  /** The context's name; the host where only an address was given. */
  name: string;
  /** False for an address of the environment, which has no settings of its own. */
  isContext: boolean;
  colour?: ContextColour;
  /** Nothing is changed there before its name was given. */
  guarded: boolean;
}

/** @param current the setting `currentContext` as it holds. */
export function placeInUse(current: EffectiveSetting, { contexts = {} }: Settings): Place {
  const name = String(current.value);
  if (current.from === 'DISTRICT_URL') {
    return { name: URL.canParse(name) ? new URL(name).host : name, isContext: false, guarded: false };
  }
  const { colour, guard } = (Object.hasOwn(contexts, name) ? contexts[name] : undefined) ?? {};
  return { name, isContext: true, guarded: guard === true, ...(colour && { colour }) };
}
