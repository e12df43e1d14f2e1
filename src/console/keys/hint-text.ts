import { type Binding, labelNow, namedKeys } from './binding.ts';
import { changedKeys, type KeyChanges } from './key-changes.ts';
import { keyLabel } from './key-text.ts';

/** What parts one hint from the next. */
const GAP = '  ';

/**
 * A line of hints (`Enter 打开  j/k 滚动`) with the keys as they are now: hints are written with those that come along, and name them as
 * the bindings do.
 */
export function hintText(line: string, bindings: readonly Binding[], changes: KeyChanges): string {
  const signs = changedSigns(bindings, changes);
  if (signs.size === 0) return line;
  return line
    .split(GAP)
    .map((hint) => {
      const [sign = '', ...words] = hint.split(' ');
      const now =
        signs.get(sign) ??
        sign
          .split('/')
          .map((part) => signs.get(part) ?? part)
          .join('/');
      return [now, ...words].join(' ');
    })
    .join(GAP);
}

/** What is written for a key now, by what was written for it before. */
function changedSigns(bindings: readonly Binding[], changes: KeyChanges): Map<string, string> {
  const signs = new Map<string, string>();
  for (const binding of bindings) {
    for (const [name, usual] of namedKeys(binding)) {
      const [now] = changedKeys(changes, name) ?? usual;
      if (now === undefined || now === usual[0]) continue;
      for (const key of usual) signs.set(keyLabel(key), keyLabel(now));
      // Hints name the first key only, unless they name several together.
      if (!signs.has(binding.label)) signs.set(binding.label, labelNow(binding, changes));
    }
  }
  return signs;
}
