import { readFileSync } from 'node:fs';
import { ACTIONS, fieldsOf, TRANSITIONS } from '@district/contract/transitions.ts';
import { expect, test } from 'vitest';
import { renderCatalogue, renderRootHelp } from '../../scripts/catalogue.ts';
import { CATALOGUE } from '../../src/command/catalogue.gen.ts';
import { NOUNS } from '../../src/command/catalogue.ts';
import { BATCH_OPTIONS, FILTER_OPTIONS } from '../../src/command/shared-options.ts';

test('the catalogue is what the definitions say', async () => {
  const written = readFileSync(new URL('../../src/command/catalogue.gen.ts', import.meta.url), 'utf8');
  expect(written).toBe(await renderCatalogue());
});

test('the help that was rendered ahead is what the nouns and options say', async () => {
  const written = readFileSync(new URL('../../src/command/root-help.gen.ts', import.meta.url), 'utf8');
  expect(written).toBe(await renderRootHelp());
});

test('every noun is named in help, and every action of the table is a command', () => {
  expect(new Set(CATALOGUE.map(({ id }) => id.split('.')[0]))).toEqual(new Set(Object.keys(NOUNS)));
  const ids = CATALOGUE.map(({ id }) => id);
  for (const action of ACTIONS) expect(ids).toContain(`requests.${action.replaceAll('_', '-')}`);
});

test('an action offers the fields its transition names, and requires those it needs', async () => {
  for (const action of ACTIONS) {
    const entry = CATALOGUE.find(({ id }) => id === `requests.${action.replaceAll('_', '-')}`);
    const options = (await entry?.load())?.options ?? [];
    const required = options.filter((option) => option.required).length;
    expect(required).toBe(TRANSITIONS[action].needs?.length ?? 0);
    expect(options.length).toBe(fieldsOf(action).length + FILTER_OPTIONS.length + BATCH_OPTIONS.length);
  }
});

test('two operations share a key on a screen only when they are never open together', async () => {
  const holders = new Map<string, string[]>();
  for (const { id, load } of CATALOGUE) {
    for (const [screen, key] of Object.entries((await load()).keys ?? {})) {
      holders.set(`${screen} ${key}`, [...(holders.get(`${screen} ${key}`) ?? []), id]);
    }
  }
  for (const ids of holders.values()) {
    const states = ids.flatMap((id): readonly string[] => {
      const action = ACTIONS.find((known) => `requests.${known.replaceAll('_', '-')}` === id);
      return action ? TRANSITIONS[action].from : ['any'];
    });
    expect(new Set(states).size, ids.join(', ')).toBe(states.length);
  }
});
