import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

test('what others do appears by itself', async () => {
  screen = await openScreen({});
  await screen.press('2');
  await screen.shows('GL261112-0003');
  const [first, ...others] = screen.platform.requests;
  if (!first) throw new Error('The sample has requests.');
  screen.platform.requests = [{ ...first, title: '已由别人改动' }, ...others];
  screen.platform.tell({
    id: '1',
    type: 'request.changed',
    at: first.lastActionAt,
    no: first.no,
    region: first.region.code,
    state: first.state,
    version: 4,
    action: 'remind',
    by: null,
    approval: null,
    urgent: false,
    progress: null,
  });
  await screen.shows('已由别人改动');
});

test('a platform that goes away and comes back costs nothing that was typed, marked or filtered', async () => {
  screen = await openScreen({});
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press(' ');
  await screen.press('s');
  await screen.press('写了一半');
  screen.platform.stop();
  await screen.shows('断线 重连中 上次08:31:07');
  await screen.shows('GL261112-0003');
  await screen.press('的督办\r');
  await screen.shows('没有送到');
  screen.platform.start();
  await screen.shows('已连');
  await screen.shows('>理由> 写了一半的督办');
  await screen.shows('已选1');
  await screen.press('\r');
  await screen.shows('已督办');
});

test('opened while the platform is away, it fills in once it is there', async () => {
  const { FakePlatform } = await import('./fake-client.ts');
  const platform = new FakePlatform();
  platform.stop();
  screen = await openScreen({ platform });
  await screen.shows('连不上 重试中');
  platform.start();
  await screen.shows('今天到期');
});

test('an overview asked for again that says the same writes nothing', async () => {
  screen = await openScreen({ columns: 120, rows: 36 });
  await screen.shows('该组最紧的几件');
  await screen.shows('GL261112-0006');
  const before = screen.written();
  screen.platform.asOf = screen.platform.asOf.replace(':07', ':57');
  await screen.desk.queries.refetchQueries({ queryKey: ['overview'] });
  await screen.press('');
  expect(screen.written()).toBe(before);
});
