import { expect, test } from 'vitest';
import { LanedQueue, QueueFull } from '../../../platform/sign-in/laned-queue.ts';

const LIMITS = { atOnce: 2, guessesAtOnce: 1, waitingMax: 20 };

/** Work that ends when the test says so, in the order in which it was begun. */
function bench() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      begun.push(name);
      ends.push(resolve);
    });
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, endNext };
}

test('guesses take one place of two: whoever else comes begins at once', () => {
  const { begun, work } = bench();
  const queue = new LanedQueue(LIMITS);
  for (let i = 0; i < 10; i += 1) void queue.run('suspect', 'a', work(`guess ${i}`));
  void queue.run('unknown', 'b', work('honest'));
  expect(begun).toEqual(['guess 0', 'honest']);
});

test('addresses take turns, and people at their own address come first', async () => {
  const { begun, work, endNext } = bench();
  const queue = new LanedQueue(LIMITS);
  for (const name of ['a1', 'a2', 'a3', 'a4']) void queue.run('unknown', 'a', work(name));
  void queue.run('unknown', 'b', work('b1'));
  void queue.run('familiar', 'c', work('c1'));
  for (let i = 0; i < 6; i += 1) await endNext();
  expect(begun).toEqual(['a1', 'a2', 'c1', 'a3', 'b1', 'a4']);
});

test('too many guesses are turned away while people still may wait', async () => {
  const { work } = bench();
  const queue = new LanedQueue(LIMITS);
  for (let i = 0; i <= LIMITS.waitingMax; i += 1) void queue.run('suspect', `${i}`, work('guess'));
  await expect(queue.run('suspect', 'x', work('guess'))).rejects.toThrow(QueueFull);
  void queue.run('unknown', 'x', work('honest'));
});

test('a flood of strangers fills its own lane: whoever is at their own desk is next', async () => {
  const { begun, work, endNext } = bench();
  const queue = new LanedQueue(LIMITS);
  for (let i = 0; i < LIMITS.waitingMax + 2; i += 1) void queue.run('unknown', `${i}`, work('stranger'));
  await expect(queue.run('unknown', 'x', work('stranger'))).rejects.toThrow(QueueFull);
  void queue.run('familiar', 'desk', work('at their desk'));
  await endNext();
  expect(begun.at(-1)).toBe('at their desk');
});

test('while strangers are a flood, a place stays free for whoever is at their own desk', async () => {
  const { begun, work, endNext } = bench();
  const queue = new LanedQueue(LIMITS);
  for (let i = 0; i < LIMITS.waitingMax + 2; i += 1) void queue.run('unknown', `${i}`, work(`stranger ${i}`));
  await endNext();
  await endNext();
  expect(begun).toEqual(['stranger 0', 'stranger 1', 'stranger 2']);
  void queue.run('familiar', 'desk', work('at their desk'));
  expect(begun.at(-1)).toBe('at their desk');
});
