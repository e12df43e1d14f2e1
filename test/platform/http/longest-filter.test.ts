import { FILTER_LENGTH_MAX } from '@district/contract/limits.ts';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../platform/start/listen.ts';
import { openDistrict } from '../harness/district.ts';

test('the longest filter the contract allows fits through the door, in Chinese too', async () => {
  const { app } = await openDistrict();
  const listening = await listen(app, '127.0.0.1', 0);
  onTestFinished(() => listening.close());
  const ask = async (length: number) => {
    const url = `${listening.url}/v1/requests?q=${encodeURIComponent('灯'.repeat(length))}`;
    return (await fetch(url, { headers: { authorization: 'Bearer administrator' } })).status;
  };
  expect(await ask(FILTER_LENGTH_MAX)).toBe(200);
  expect(await ask(FILTER_LENGTH_MAX + 1)).toBe(422);
});
