import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderReference } from '../../scripts/reference.ts';
import { CATALOGUE } from '../../src/command/catalogue.gen.ts';
import { bindingsOf, PLACES, type Place } from '../../src/console/keys/bindings.ts';

test('docs/commands.md is what the definitions say', async () => {
  const written = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
  expect(written).toBe(await renderReference());
});

test('a key does one thing wherever one is', () => {
  for (const place of PLACES) {
    const keys = bindingsOf(place).flatMap((group) => group.flatMap((binding) => binding.keys));
    expect(keys.toSorted(), place).toEqual([...new Set(keys)].toSorted());
  }
});

test('a key of a definition is bound on its screen, with the words of the definition', async () => {
  for (const { id, load } of CATALOGUE) {
    const { keys = {}, summary } = await load();
    for (const [screen, key] of Object.entries(keys)) {
      const bound = bindingsOf(screen as Place)
        .flat()
        .find((binding) => binding.keys.includes(key));
      expect(bound?.summary.en.split(' / '), `${id} ${key}`).toContain(summary.en);
    }
  }
});
