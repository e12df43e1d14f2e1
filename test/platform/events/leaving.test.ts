import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../../platform/start/listen.ts';
import { createClient } from '../../../src/client/create-client.ts';
import { openDistrict } from '../harness/district.ts';

/** What a console that stays open for hours goes through by itself. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

test('a stream ends when its reader leaves, however long it has stood', async () => {
  const district = await openDistrict();
  const listening = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(() => listening.close());
  const leaving = new AbortController();
  const client = createClient({ url: listening.url, token: 'administrator', signal: leaving.signal });
  const open = Promise.withResolvers<void>();
  const reading = (async () => {
    const stream = client.events({ after: '0.0', signal: leaving.signal, onOpen: () => open.resolve() });
    for await (const event of stream) throw new Error(`nothing has happened, and yet ${event.id}`);
    return 'ended';
  })();
  await open.promise;
  for (let i = 0; i < 5; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  leaving.abort();
  expect(await reading).toBe('ended');
});
