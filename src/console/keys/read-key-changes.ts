import { nearest } from '@district/contract/filter/nearest.ts';
import { type Bilingual, ExpectedFailure } from '../../command/operation.ts';
import { type Binding, keysNow, namedKeys } from './binding.ts';
import { BINDINGS, type Place } from './bindings.ts';
import { changedKeys, type KeyChanges } from './key-changes.ts';
import { keyLabel, readKey } from './key-text.ts';

/** Always leaves, whatever else a person made of their keys. */
const RESERVED = 'ctrl+c';

/**
 * The keys of the settings: `filter=F3,/ mark=F6`. Throws an expected failure for a name or a key that is none, and for a key that would
 * mean two things in one place, with both names.
 */
export function readKeyChanges(written = ''): KeyChanges {
  const names = [
    ...new Set(
      Object.values(BINDINGS)
        .flat(2)
        .flatMap((binding) => namedKeys(binding).map(([name]) => name)),
    ),
  ];
  const changes: Record<string, readonly string[]> = {};
  for (const pair of written.split(/\s+/).filter(Boolean)) {
    const [, name = pair, keys = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (!names.includes(name)) throw unknownName(name, nearest(name, names));
    changes[name] = keys
      .split(',')
      .filter(Boolean)
      .map((word) => keyOf(name, word));
  }
  for (const place of Object.keys(BINDINGS) as Place[]) refuseConflicts(place, changes);
  return changes;
}

function keyOf(name: string, word: string): string {
  const key = readKey(word);
  if (key !== undefined && key !== RESERVED) return key;
  throw unreadable({
    en:
      key === RESERVED
        ? `keys: ${name} cannot have Ctrl-C, which leaves.`
        : `keys: ${name}: "${word}" is no key.`,
    zh: key === RESERVED ? `keys:${name} 不能用 Ctrl-C,它是退出。` : `keys:${name}:没有 "${word}" 这个键。`,
  });
}

function unknownName(name: string, suggestion: string | undefined): ExpectedFailure {
  return unreadable({
    en: `keys: nothing is called "${name}"${suggestion ? `; did you mean ${suggestion}?` : '.'}`,
    zh: `keys:没有叫 "${name}" 的按键${suggestion ? `,是否想用 ${suggestion}?` : '。'}`,
  });
}

/** Two that share a key as they come stay as they are: the nearer one counts, as help says. */
function refuseConflicts(place: Place, changes: KeyChanges): void {
  const byKey = new Map<string, { name: string; isChanged: boolean }>();
  for (const binding of BINDINGS[place].flat()) {
    for (const [name, usual] of namedKeys(binding)) {
      const changed = changedKeys(changes, name);
      for (const key of changed ?? usual) {
        const other = byKey.get(key);
        const isChanged = changed !== undefined && !usual.includes(key);
        if (other && other.name !== name && (isChanged || other.isChanged))
          throw conflict(key, other.name, name, place);
        if (!other || isChanged) byKey.set(key, { name, isChanged });
      }
    }
  }
}

function conflict(key: string, one: string, other: string, place: Place): ExpectedFailure {
  const label = keyLabel(key);
  return unreadable({
    en: `keys: ${label} cannot be both ${one} and ${other} (${place}).`,
    zh: `keys:${label} 不能既是 ${one} 又是 ${other}(${place})。`,
  });
}

function unreadable(message: Bilingual): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'settings_unreadable',
    message,
    hint: {
      en: 'Names and keys are in docs/commands.md; district config set keys "NAME=KEY NAME=KEY,KEY" changes them, district config set keys "" takes all changes back.',
      zh: "名称与按键见 docs/commands.md;修改用 district config set keys '名称=键 名称=键,键',恢复原样用 district config set keys ''。",
    },
    exit: 1,
  });
}
