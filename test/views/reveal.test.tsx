import { afterEach, expect, test } from 'vitest';
import { FakePlatform } from './fake-client.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

/** Anything of the person that only a reveal shows. */
const PERSONAL = /张建国|13855215521|牌楼小区3号楼|320399197001011234/;

async function openRequest(options: Parameters<typeof openScreen>[0] = {}): Promise<void> {
  screen = await openScreen(options);
  await screen.press('2');
  await screen.shows('GL261112-0003');
  await screen.press('\r');
  await screen.shows('138****5521');
}

test('two keys show name and phone, with the number of the request for a case, and leaving takes them away', async () => {
  await openRequest();
  await screen.press('v');
  await screen.shows('事由> 联系诉求人');
  await screen.shows('案号> GL261112-0001');
  await screen.press('\r');
  await screen.shows('张建国');
  await screen.shows('13855215521');
  expect(screen.platform.acts[0]).toMatchObject({
    no: 'GL261112-0001',
    input: { purpose: '联系诉求人', case: 'GL261112-0001', fields: ['name', 'phone'] },
  });
  await screen.press('\x1b');
  await screen.hides('张建国');
  await screen.press('\r');
  await screen.shows('138****5521');
  expect(screen.text()).not.toMatch(PERSONAL);
});

test('they go by themselves when their minutes are over', async () => {
  const platform = new FakePlatform();
  platform.revealMs = 1_500;
  await openRequest({ platform, columns: 120, rows: 36, language: 'en' });
  await screen.press('v');
  await screen.press('\r');
  await screen.shows('13855215521');
  await screen.hides('13855215521');
  await screen.shows('138****5521');
});

test('they are in no cache, no draft, no line to copy and no clipboard', async () => {
  await openRequest();
  await screen.press('v\r');
  await screen.shows('13855215521');
  await screen.press('y');
  const { revealed, ...rest } = screen.desk.store.getState();
  expect(revealed?.values.phone).toBe('13855215521');
  expect(rest.twin).toBe(
    "district requests reveal GL261112-0001 --purpose '联系诉求人' --case GL261112-0001 --field name --field phone",
  );
  const kept = JSON.stringify([
    rest,
    [...rest.drafts],
    screen.desk.queries
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.data),
  ]);
  expect(kept).not.toMatch(PERSONAL);
  const copied = [...screen.written().matchAll(/\x1b\]52;[^;]*;([^\x07\x1b]*)/g)].map(([, text]) =>
    Buffer.from(text ?? '', 'base64').toString(),
  );
  expect(copied).toHaveLength(1);
  expect(copied.join()).not.toMatch(PERSONAL);
});

test('an empty case is not sent', async () => {
  await openRequest();
  await screen.press('v');
  await screen.press('\t\x15\r');
  await screen.shows('案号');
  expect(screen.platform.acts).toEqual([]);
  expect(screen.text()).not.toMatch(PERSONAL);
});

test('a reveal typed into the palette opens the same form, and what would stay printed is not run there', async () => {
  await openRequest();
  await screen.press(':');
  await screen.press('requests export --unmasked --purpose 回访 --case X\r');
  await screen.shows('在 shell 里运行');
  await screen.press('\x1b');
  await screen.press(':');
  await screen.press('\x15requests reveal GL261112-0002 --purpose 回访\r');
  await screen.shows('案号> GL261112-0002');
});
