import type { Bilingual } from '../../command/operation.ts';
import type { Desk } from '../desk.ts';
import { stayHere } from '../list/move.ts';
import { changedKeys, type KeyChanges } from './key-changes.ts';
import { keyLabel } from './key-text.ts';

/** One key binding: what is pressed, what help says of it, what it does. */
export interface Binding {
  keys: readonly string[];
  /** By which a person gives it other keys in the settings: one name for all its keys, or one each for those that differ. */
  name: string | Readonly<Record<string, readonly string[]>>;
  /** How help and hints write the keys. */
  label: string;
  summary: Bilingual;
  /** Moves the cursor, so that what is still owed of a way goes on; any other key is about the row one is at. */
  isMove?: true;
  run(desk: Desk, key: string): void;
}

/** The names of a binding and the keys each has when nobody changed them. */
export function namedKeys({ name, keys }: Binding): (readonly [name: string, keys: readonly string[]])[] {
  return typeof name === 'string' ? [[name, keys]] : Object.entries(name);
}

/** The keys of a binding as they are now; each stands for one that it was made with. */
export function keysNow(binding: Binding, changes: KeyChanges): ReadonlyMap<string, string> {
  const now = new Map<string, string>();
  for (const [name, usual] of namedKeys(binding)) {
    const changed = changedKeys(changes, name);
    for (const key of changed ?? usual) now.set(key, changed ? (usual[0] ?? key) : key);
  }
  return now;
}

/** As help writes it. */
export function labelNow(binding: Binding, changes: KeyChanges): string {
  const isChanged = namedKeys(binding).some(([name]) => changedKeys(changes, name));
  return isChanged ? [...keysNow(binding, changes).keys()].map(keyLabel).join(' ') : binding.label;
}

/** Runs the first binding that has the key; false when none has. */
export function runBinding(bindings: readonly Binding[], desk: Desk, key: string): boolean {
  for (const binding of bindings) {
    const usual = keysNow(binding, desk.keyChanges).get(key);
    if (usual === undefined) continue;
    if (!binding.isMove) stayHere(desk);
    binding.run(desk, usual);
    return true;
  }
  return false;
}
