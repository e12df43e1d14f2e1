import type { Bilingual } from '../../command/operation.ts';
import type { Desk } from '../desk.ts';

/** One key binding: what is pressed, what help says of it, what it does. */
export interface Binding {
  keys: readonly string[];
  /** How help and hints write the keys. */
  label: string;
  summary: Bilingual;
  run(desk: Desk, key: string): void;
}

/** Runs the first binding that has the key; false when none has. */
export function runBinding(bindings: readonly Binding[], desk: Desk, key: string): boolean {
  const binding = bindings.find((candidate) => candidate.keys.includes(key));
  binding?.run(desk, key);
  return binding !== undefined;
}
