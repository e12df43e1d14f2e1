import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openEntry(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('4');
  await screen.shows(/趋势|Trend/);
}

test('says in Chinese on 80x24 who is behind by how much, and what the cell needs', async () => {
  await openEntry();
  expect(screen.lines().slice(1, 9)).toEqual([
    'X',
  ]);
  expect(screen.lines().slice(17)).toEqual([
    'X',
  ]);
});

test('X120', async () => {
  await openEntry({ columns: 120, rows: 36 });
  expect(screen.lines().slice(1, 12)).toEqual(['X']);
});
