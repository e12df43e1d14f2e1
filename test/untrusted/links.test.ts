import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowsLinks, linked } from '../../src/output/link.ts';
import { safeText } from '../../src/output/safe-text.ts';
import { linksOn } from '../terminal/links.ts';
import { HOSTILE_PARTS, hostileText } from './hostile-text.ts';
import { createWitness } from './witness.ts';

const PAGE = 'https://gulou.example/device?user_code=BCDF-GHJK';

async function shown(text: string) {
  const { terminal, deeds, write, row } = createWitness(4_000, 3);
  await write(`left|${text}|right\r\nbelow`);
  return { deeds, links: linksOn(terminal), row: row(0), below: row(1) };
}

test('an address is a link to itself', async () => {
  const { deeds, links, row } = await shown(linked(PAGE, PAGE));
  expect(links).toEqual([{ text: PAGE, address: PAGE }]);
  expect(row).toBe(`left|${PAGE}|right`);
  expect(new Set(deeds)).toEqual(new Set(['OSC 8']));
});

test('a piece of it leads to the whole, and nothing else leads there', () => {
  expect(linked('gulou.example', PAGE)).toContain(`;${PAGE}\u001b\\gulou.example`);
  for (const text of ['https://bank.example/', '这里', '']) expect(linked(text, PAGE)).toBe(text);
});

test('what is no plain address of the web is text', () => {
  const others = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ssh://host',
    'https://',
    'https://市.example/x',
  ];
  for (const other of [...others, `https://x.example/${'a'.repeat(2_000)}`])
    expect(linked(other, other)).toBe(other);
});

test('no hostile text becomes a link, ends one, or drives the terminal from inside one', async () => {
  const addresses = fc.oneof(
    hostileText,
    hostileText.map((text) => `https://gulou.example/${text}`),
    hostileText.map((text) => `${PAGE}${text}`),
  );
  await fc.assert(
    fc.asyncProperty(addresses, hostileText, async (address, text) => {
      const safe = safeText(address);
      const printed = `${linked(safe, address)} ${linked(safeText(text), address)} ${safeText(text)}`;
      const { deeds, links, row, below } = await shown(printed);
      expect(deeds.filter((deed) => deed !== 'OSC 8')).toEqual([]);
      for (const link of links) {
        expect(link.address).toBe(address);
        expect(address).toContain(link.text);
      }
      expect(row).toBe(`left|${safe} ${safeText(text)} ${safeText(text)}|right`);
      expect(below).toBe('below');
    }),
    { examples: HOSTILE_PARTS.map((part): [string, string] => [PAGE + part, part]) },
  );
});

test.each([
  ['xterm-256color', {}, true],
  ['foot', { VTE_VERSION: '7600' }, true],
  ['tmux-256color', { TMUX: '/tmp/tmux-0/default,1,0' }, true],
  ['xterm-256color', { VTE_VERSION: '4803' }, false],
  ['screen', { STY: '1.pts-0.host' }, false],
  ...['linux', 'dumb', 'vt220', 'eterm-color', ''].map((term) => [term, {}, false] as const),
] as const)('on TERM=%s with %o: %s', (TERM, more, allowed) => {
  expect(allowsLinks('auto', { TERM, ...more })).toBe(allowed);
  expect(allowsLinks('on', { TERM, ...more })).toBe(true);
  expect(allowsLinks('off', { TERM, ...more })).toBe(false);
});
