/** Keys a person gave things, by name; what is not named keeps its own. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

export function changedKeys(changes: KeyChanges, name: string): readonly string[] | undefined {
  return Object.hasOwn(changes, name) ? changes[name] : undefined;
}
