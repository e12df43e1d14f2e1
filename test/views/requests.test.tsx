import { afterEach, expect, test } from 'vitest';
import { aRequest } from './sample-data.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openList(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('2');
  await screen.shows('GL261112-0003');
}

test('a row says light, deadline, number, matter and lead in words', async () => {
  await openList();
  expect(screen.lines()[3]).toBe(
    '筛选> is:open                                             按期限  第1行 后面还有',
  );
  expect(screen.lines()[5]).toBe(
    '> 红 超2天     GL261112-0001  路灯不亮,老人夜里摔倒 第1盏 城管         弱 退1',
  );
});

test('keys that come in one packet are all obeyed', async () => {
  await openList();
  await screen.press('jjj');
  await screen.shows(/^> 红 .*GL261112-0004/m);
  await screen.press('kj \r');
  await screen.shows('GL261112-0005  路灯');
  expect([...screen.desk.store.getState().requests.marks.keys()]).toEqual(['GL261112-0004']);
});

test('beside the list on a wide window stands the request the cursor rests on', async () => {
  await openList({ columns: 120, rows: 36, language: 'en' });
  await screen.press('j');
  await screen.shows('Applicant 张* 138****5521');
  await screen.shows('| GL261112-0002');
});

test('a filter that cannot be read points at the word and offers the right one', async () => {
  await openList();
  await screen.press('/');
  await screen.press('\x15is:overdu');
  await screen.shows('“is:overdu” 读不懂,是否 overdue (Tab 改正)');
  await screen.press('\r');
  await screen.shows('“is:overdu” 读不懂');
  await screen.press('\t');
  await screen.hides('读不懂');
  await screen.press('\r');
  await screen.shows('筛选> is:overdue ');
});

test("the terminal's cursor stands where text goes", async () => {
  await openList();
  await screen.press('/');
  await screen.press('\x15路灯');
  await screen.shows('筛选> 路灯');
  expect(screen.cursor()).toEqual({ x: 10, y: 3 });
});

test('a pasted filter is text and not keys', async () => {
  await openList();
  await screen.press('/');
  await screen.press('\x1b[200~ to:agency:urban_management\n\x1b[201~');
  await screen.shows('筛选> is:open to:agency:urban_management');
});

test('the detail says what may be done and why the rest may not', async () => {
  await openList();
  await screen.press('\r');
  await screen.shows('现在可办');
  await screen.shows('r 催办   s 督办   g 转办');
  await screen.press('\x1b[F');
  await screen.shows('延期: 不可,须在到期日之前申请');
});

test('the menu lists open actions first and reasons for closed ones', async () => {
  await openList();
  await screen.press('a');
  await screen.shows(/x {2}延期 +须在到期日之前申请/);
  expect(screen.lines()[4]).toMatch(/^> g {2}转办/);
});

test('a closed action says why', async () => {
  await openList();
  await screen.press('x');
  await screen.shows('延期: 不可,须在到期日之前申请');
});

test('what residents wrote cannot move the cursor', async () => {
  screen = await openScreen({});
  screen.platform.requests[0] = { ...screen.platform.requests[0], title: 'a\x1b[2Jb\u202e' } as never;
  await screen.press('2');
  await screen.shows('a\\u{1b}[2Jb\\u{202e}');
});

test('writes nothing while nothing changes', async () => {
  await openList();
  await screen.press('j');
  await screen.shows(/^> .*GL261112-0002/m);
  const before = screen.written().length;
  for (let at = 0; at < 20; at += 1) await screen.press('');
  expect(screen.written().length).toBe(before);
});

test('counts stand beside the list on a wide window, over it on a narrow one; Enter narrows the filter', async () => {
  await openList({ columns: 120, rows: 36 });
  await screen.press('#');
  await screen.shows('共200件,其中');
  await screen.shows(/路灯不亮.*\|.*城管\s+21/);
  await screen.resize(80, 24);
  await screen.hides('路灯不亮');
  await screen.press('jjj');
  await screen.shows(/>\s+城管\s+21/);
  await screen.press('\r');
  await screen.shows('筛选> is:open to:agency:urban_management');
  // The same one again says nothing new.
  await screen.press('jjj\r');
  await screen.shows('筛选> is:open to:agency:urban_management ');
  await screen.press('\x1b');
  await screen.shows('GL261112-0003');
});

test('open requests nearby that may be about the same are suggested while reading', async () => {
  screen = await openScreen({});
  screen.platform.requests = screen.platform.requests.map((request) => ({
    ...request,
    actions: [...request.actions, 'merge'],
  }));
  screen.platform.similar = [{ ...aRequest(7), title: '北门路灯又不亮' }];
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('\r');
  await screen.shows('附近相似未结 1 件,同一件事按 m 并案:');
  await screen.shows('GL261112-0007  北门路灯又不亮');
});
