import { afterEach, expect, test } from 'vitest';
import type { Place } from '../../src/session/place-in-use.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

const PROD: Place = { name: '鼓楼-生产', isContext: true, guarded: true, colour: 'red' };

let screen: OpenedScreen;
afterEach(() => screen.close());

test('the header says where one is and that it is guarded, however narrow', async () => {
  screen = await openScreen({ place: PROD });
  await screen.shows('鼓楼-生产 (写保护)');
  await screen.resize(40, 12);
  await screen.shows('鼓楼-生产');
});

test('nothing is sent before the name of a guarded context is typed, and nothing typed is lost', async () => {
  screen = await openScreen({ place: PROD });
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('s');
  await screen.shows('写保护,输入环境名称> 鼓楼-生产');
  await screen.press('请今天到现场\r');
  await screen.shows('还差: 写保护,输入环境名称');
  await screen.press('演练\r');
  await screen.shows('这里是 鼓楼-生产:请输入它的名称。什么也没有发出。');
  expect(screen.platform.acts).toEqual([]);
  await screen.press('\x15');
  await screen.press('鼓楼-生产\r');
  await screen.shows('已督办');
  expect(screen.platform.acts[0]?.input).toEqual({ reason: '请今天到现场' });
});

test('a form put away keeps its text, but the name is asked for again', async () => {
  screen = await openScreen({ place: PROD });
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('s');
  await screen.press('写了一半\t鼓楼-生产\x1b');
  await screen.hides('写了一半');
  await screen.press('s');
  await screen.shows('>理由> 写了一半');
  await screen.press('\r');
  await screen.shows('还差: 写保护');
  expect(screen.platform.acts).toEqual([]);
});

test('a command typed into the palette needs the flag', async () => {
  screen = await openScreen({ place: PROD });
  await screen.press(':');
  await screen.press('requests remind GL261112-0001\r');
  await screen.shows('--confirm-context 鼓楼-生产');
  expect(screen.platform.acts).toEqual([]);
});
