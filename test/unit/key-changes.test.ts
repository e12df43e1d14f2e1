import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelNow } from '../../src/console/keys/binding.ts';
import { BINDINGS, bindingsOf, PLACES } from '../../src/console/keys/bindings.ts';
import { hintText } from '../../src/console/keys/hint-text.ts';
import { keyLabel, readKey } from '../../src/console/keys/key-text.ts';
import { readKeyChanges } from '../../src/console/keys/read-key-changes.ts';

test.each([
  ['Ctrl-R', 'ctrl+r'],
  ['ctrl+R', 'ctrl+r'],
  ['C-r', 'ctrl+r'],
  ['Alt-x', 'alt+x'],
  ['F5', 'f5'],
  ['shift+f5', 'shift+f5'],
  ['PgDn', 'pagedown'],
  ['Enter', 'return'],
  ['Space', ' '],
  ['Ctrl-Space', 'ctrl+space'],
  ['Comma', ','],
  ['R', 'R'],
  ['-', '-'],
  ['路', '路'],
  ['F13', undefined],
  ['Hyper', undefined],
])('%s is %s', (written, key) => {
  expect(readKey(written)).toBe(key);
});

test('what help writes for a key is read as that key', () => {
  const keys = [
    ...new Set(PLACES.flatMap((place) => BINDINGS[place].flat().flatMap(({ keys: usual }) => usual))),
  ];
  for (const key of keys) expect(readKey(keyLabel(key)), key).toBe(key);
});

test('a key that would mean two things in one place is refused with both names', () => {
  expect(() => readKeyChanges('filter=r')).toThrow(
    'keys: r cannot be both filter and requests.remind (requests).',
  );
  expect(() => readKeyChanges('requests.accept=Esc')).toThrow('keys: Esc cannot be both');
  expect(() => readKeyChanges('filter=x mark=x')).toThrow('both mark and filter');
  expect(() => readKeyChanges('help=Ctrl-C')).toThrow('Ctrl-C, which leaves');
});

test('a name or a key that is none is told, with the nearest name', () => {
  expect(() => readKeyChanges('filtre=F3')).toThrow('nothing is called "filtre"; did you mean filter?');
  expect(() => readKeyChanges('filter=F99')).toThrow('filter: "F99" is no key');
});

test('two keys may change places, and a key may be given up for another', () => {
  expect(readKeyChanges('filter=r requests.remind=/')).toEqual({ filter: ['r'], 'requests.remind': ['/'] });
  expect(readKeyChanges('requests.remind= filter=r,/')).toEqual({
    'requests.remind': [],
    filter: ['r', '/'],
  });
  expect(readKeyChanges('')).toEqual({});
});

test('everything bound has a name', () => {
  for (const place of PLACES)
    for (const binding of BINDINGS[place].flat()) {
      const named =
        typeof binding.name === 'string' ? binding.keys : [...new Set(Object.values(binding.name).flat())];
      expect(named.toSorted(), `${place} ${binding.label}`).toEqual(binding.keys.toSorted());
    }
});

test('help and hints write the keys as they are now', () => {
  const changes = readKeyChanges('filter=F3,/ mark=F6 down=Z leave=Ctrl-Q');
  const bindings = bindingsOf('requests', changes).flat();
  const label = (name: string) => {
    const binding = bindings.find((one) => one.name === name);
    return binding && labelNow(binding, changes);
  };
  expect([label('filter'), label('mark'), label('leave'), label('open')]).toEqual([
    'F3 /',
    'F6',
    'Ctrl-Q',
    'Enter',
  ]);
  expect(hintText('Enter 打开  Space 选  / 筛选  j/k 滚动  q 退出', bindings, changes)).toBe(
    'Enter 打开  F6 选  F3 筛选  Z/k 滚动  Ctrl-Q 退出',
  );
});

test('whatever is changed, no place has two meanings for a key that was changed', () => {
  const names = ['filter', 'mark', 'views', 'help', 'requests.remind', 'requests.accept', 'down', 'leave'];
  const change = fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom('r', 'A', '/', 'z', 'F5', 'j', 'q', '?'),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (pairs) => {
      const written = pairs.map(([name, key]) => `${name}=${key}`).join(' ');
      let changes: ReturnType<typeof readKeyChanges>;
      try {
        changes = readKeyChanges(written);
      } catch {
        return;
      }
      for (const place of PLACES) {
        const all = BINDINGS[place].flat();
        for (const [name, [key = '']] of Object.entries(changes)) {
          const here = all.filter((binding) =>
            typeof binding.name === 'string' ? binding.name === name : Object.hasOwn(binding.name, name),
          );
          const shown = bindingsOf(place, changes).flat();
          if (here.length > 0)
            expect(
              here.some((binding) => shown.includes(binding)),
              `${name} ${key} in ${place}`,
            ).toBe(true);
        }
      }
    }),
  );
});
