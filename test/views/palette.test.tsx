import { afterEach, expect, test } from 'vitest';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

async function openList(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('2');
  await screen.shows('GL261112-0003');
}

const TAB = '\t';
const ENTER = '\r';
const ESC = '\x1b';
const UP = '\x1b[A';

test('a line of the shell goes to the screen that answers it', async () => {
  await openList();
  await screen.press(":requests list --q 'is:overdue 路灯'");
  await screen.press(ENTER);
  await screen.shows('筛选> is:overdue 路灯');
  await screen.press(':district requests show gl261112-0002');
  await screen.press(ENTER);
  await screen.shows('现在可办');
  await screen.press(':approvals list');
  await screen.press(ENTER);
  await screen.shows('[6 审批');
});

test('a read is printed into a pane that scrolls and closes', async () => {
  await openList({ rows: 16 });
  await screen.press(':requests list --limit 40');
  await screen.press(ENTER);
  await screen.shows('district requests list --limit 40');
  await screen.shows('GL261112-0001');
  await screen.press('\x1b[F');
  await screen.hides('GL261112-0001');
  await screen.press(ESC);
  await screen.shows('筛选> is:open');
});

test('a write does what the shell does and says what came of it', async () => {
  await openList();
  await screen.press(":requests remind gl261112-0002 --remark '请尽快 办'");
  await screen.press(ENTER);
  await screen.shows('命令 district requests remi');
  expect(screen.platform.acts).toMatchObject([
    { no: 'GL261112-0002', action: 'remind', input: { remark: '请尽快 办' } },
  ]);
  expect(screen.text()).toContain('GL261112-0002  ');
});

test('what cannot be run keeps its line, with the nearest right word', async () => {
  await openList();
  for (const [line, hint] of [
    ['requets list', '是否想用 requests?'],
    ['requests lst', '是否想用 list?'],
    ['requests list --sotr due', '是否想用 --sort?'],
    ['requests remind GL26', '不是单号'],
    ["requests list --q 'is:open", '没有结束'],
    ['requests remind --stdin', '请在 shell 里用'],
    ['requests list --watch', '请在 shell 里用'],
  ] as const) {
    await screen.press(`:\x15${line}`);
    await screen.press(ENTER);
    await screen.shows(hint);
    expect(screen.text()).toContain(`: ${line}`);
    await screen.press(ESC);
  }
});

test('a filter that cannot be read has its word pointed at, under the line', async () => {
  await openList();
  await screen.press(':requests list --q is:overdu');
  await screen.press(ENTER);
  await screen.shows('^^^^^^^^^');
  await screen.shows('是否想用 overdue?');
  expect(screen.text()).toContain(': requests list --q is:overdu');
});

test('the answer of a platform that refuses leaves the line as it was', async () => {
  await openList();
  screen.platform.conflictNextWrite();
  await screen.press(':requests remind GL261112-0002');
  await screen.press(ENTER);
  await screen.shows('GL261112-0002: ');
  expect(screen.text()).toContain(': requests remind GL261112-0002');
});

test('Tab completes nouns, verbs, flags, choices and the number under the cursor', async () => {
  await openList();
  await screen.press('jjj');
  await screen.press(':req');
  await screen.press(TAB);
  await screen.shows(/^: requests$/m);
  await screen.press('supe');
  await screen.press(TAB);
  await screen.shows(/^: requests supervise$/m);
  await screen.press(TAB);
  await screen.shows(/^: requests supervise GL261112-0004$/m);
  await screen.press('--rea');
  await screen.press(TAB);
  await screen.shows(/^: requests supervise GL261112-0004 --reason$/m);
  await screen.press('\x15requests list --sort ');
  await screen.press(TAB);
  await screen.shows(/^due {2}newest {2}oldest/m);
  await screen.press(TAB);
  await screen.press(TAB);
  await screen.shows(/^: requests list --sort newest$/m);
});

test('units and filters are completed by their names', async () => {
  await openList();
  await screen.press(':requests transfer GL261112-0004 --to 房产');
  await screen.press(TAB);
  await screen.shows(/--to agency:housing$/m);
  await screen.press("\x15requests list --q 'is:open street:琵琶");
  await screen.press(TAB);
  await screen.shows(/'is:open street:320302003$/m);
});

test('lines run before come back, and what was typed is kept when the line is put away', async () => {
  await openList();
  await screen.press(':overview show');
  await screen.press(ENTER);
  await screen.shows('[1 工作台]');
  await screen.press(':requests sh');
  await screen.press(UP);
  await screen.shows(/^: overview show$/m);
  await screen.press('\x1b[B');
  await screen.shows(/^: requests sh$/m);
  await screen.press(ESC);
  await screen.hides(': requests sh');
  await screen.press(':');
  await screen.shows(/^: requests sh$/m);
});

test('help of a command is shown in a pane, in the language of the console', async () => {
  await openList({ language: 'en' });
  await screen.press(':requests extend --help');
  await screen.press(ENTER);
  await screen.shows('--limit <N>');
});

test("the terminal's cursor stands where the command is typed", async () => {
  await openList();
  await screen.press(':路灯');
  await screen.shows(': 路灯');
  expect(screen.cursor()).toEqual({ x: 6, y: 22 });
});

test('V picks a view; :view takes its name', async () => {
  await openList({ settings: { views: { 城管: 'to:agency:urban_management' } } });
  await screen.press('V');
  await screen.shows(/^> 城管 +to:agency:urban_management/m);
  await screen.shows(/今天到期 +is:due-today/);
  await screen.press('j');
  await screen.press(ENTER);
  await screen.shows('筛选> is:overdue');
  await screen.press(':view 城管');
  await screen.press(ENTER);
  await screen.shows('筛选> to:agency:urban_management');
  await screen.press(':view 待派单');
  await screen.press(ENTER);
  await screen.shows('筛选> is:unassigned');
  await screen.press(':view 没有的');
  await screen.press(ENTER);
  await screen.shows('没有这个视图');
});

test('a view that cannot be read says so at its word, and the list stays open', async () => {
  await openList({ settings: { views: { 旧: '路灯 is:overdu' } } });
  await screen.press('V');
  await screen.press(ENTER);
  await screen.shows('视图 旧:"is:overdu" 读不懂');
  await screen.shows(/^筛选> 路灯 is:overdu$/m);
  await screen.shows(/^ {11}\^{9} /m);
  await screen.shows('GL261112-0003');
});
