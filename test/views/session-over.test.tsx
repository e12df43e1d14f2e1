import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function halfWritten(): Promise<void> {
  screen = await openScreen({});
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('s');
  await screen.press('请今天到现场');
  await screen.shows('>理由> 请今天到现场');
}

test('a session that ends in the middle of a form says so, lets one sign in right there, and the form can be sent', async () => {
  await halfWritten();
  screen.platform.endSession();
  await screen.press('\r');
  await screen.shows('会话已结束,需要重新登录');
  await screen.shows('已输入的文字都还在');
  await screen.shows('请在手机或电脑的浏览器里打开 https://gulou.example/device');
  await screen.shows('BCDF-GHJK');
  await screen.shows('登录码有效至 08:41');
  await screen.press(',并q告知居民');
  await screen.shows('理由> 请今天到现场,并q告知居民');
  screen.platform.decide({ name: '王磊' });
  await screen.hides('会话已结束,需要重新登录');
  await screen.shows('理由> 请今天到现场');
  await screen.press('\r');
  await screen.shows('GL261112-0001 已督办');
  expect(screen.platform.acts.map(({ input }) => input)).toEqual([{ reason: '请今天到现场,并q告知居民' }]);
});

test('one that ends while nobody types is told as soon as the stream of events is cut', async () => {
  screen = await openScreen({});
  await screen.shows('现在要办');
  screen.platform.endSession();
  await screen.shows('会话已结束,需要重新登录');
  screen.platform.decide({ name: '李娜' });
  await screen.shows('登录的是 李娜,不是 王磊');
  await screen.shows('鼓楼区  李娜');
  await screen.shows('现在要办');
});

test('while it is over the platform is asked nothing, and Esc lets one look at what is there', async () => {
  await halfWritten();
  await screen.press('\x1b');
  await screen.hides('理由>');
  screen.platform.endSession();
  await screen.shows('会话已结束,需要重新登录');
  await screen.press('\x1b');
  await screen.shows('GL261112-0003');
  await screen.shows('会话已结束  ?帮助');
  const asked = screen.platform.filters.length;
  await screen.press('r');
  await screen.press('\r');
  await screen.press('\r');
  await screen.shows('会话已结束,需要重新登录');
  expect(screen.platform.filters).toHaveLength(asked);
  expect(screen.platform.acts).toEqual([]);
});

test('refused there is told, and Enter asks for another code', async () => {
  screen = await openScreen({ language: 'en' });
  await screen.shows('To do now');
  screen.platform.endSession();
  await screen.shows('BCDF-GHJK');
  screen.platform.decide('refused');
  await screen.shows('Not signed in: It is access_denied.');
  expect(screen.platform.codesAsked).toBe(1);
  await screen.press('\r');
  await screen.shows('BCDF-GHJK');
  expect(screen.platform.codesAsked).toBe(2);
  await screen.press('q');
  expect(screen.exitCode()).toBe(0);
});

test('revoked in the middle of a batch, what was done is not done again', async () => {
  screen = await openScreen({});
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('   ');
  await screen.shows('已选3');
  await screen.press('r');
  await screen.shows('催办  3 件');
  const { acts } = screen.platform;
  const push = acts.push.bind(acts);
  acts.push = (act) => {
    if (acts.length === 1) screen.platform.endSession();
    return push(act);
  };
  await screen.press('\r');
  await screen.shows('会话已结束,需要重新登录');
  screen.platform.decide({ name: '王磊' });
  await screen.shows('登录后按 Enter 再送');
  await screen.press('\r');
  await screen.shows('已催办 3 件');
  expect(new Set(acts.map(({ no }) => no)).size).toBe(3);
});

test.each([
  ['whole where it fits', 80, 'https://gulou.example/device'],
  ['in pieces where it does not', 40, 'https://gulou.example/a/platform/behind/a/long/way/device'],
])('the address to sign in at is a link to itself, %s', async (_how, columns, page) => {
  screen = await openScreen({ columns, rows: 24 });
  await screen.shows('现在要办');
  screen.platform.signInPage = page;
  screen.platform.endSession();
  await screen.shows('BCDF-GHJK');
  const links = screen.links();
  expect(links.map(({ text }) => text).join('')).toBe(page);
  expect(new Set(links.map(({ address }) => address))).toEqual(new Set([page]));
  expect(links.length > 1).toBe(page.length > columns);
});

test('a terminal that knows no links is given the address alone', async () => {
  screen = await openScreen({ links: false });
  await screen.shows('现在要办');
  screen.platform.endSession();
  await screen.shows('https://gulou.example/device');
  expect(screen.written()).not.toContain('\x1b]8;');
});
