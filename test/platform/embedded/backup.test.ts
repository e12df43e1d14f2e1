import { mkdir, readdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from '../../../platform/store/embedded/backup.ts';
import { restore } from '../../../platform/store/embedded/restore.ts';
import { startEmbedded } from '../../../platform/store/embedded/start.ts';
import { failureOf, query, temporaryDataHome } from './data-home.ts';

let area: Awaited<ReturnType<typeof temporaryDataHome>>;
let other: typeof area;
let file: string;

beforeAll(async () => {
  area = await temporaryDataHome();
  other = await temporaryDataHome();
  file = join(area.dataHome, 'backup.tar.gz');
});
afterAll(async () => {
  await area.remove();
  await other.remove();
});

async function notesIn(dataHome: string): Promise<unknown[]> {
  const database = await startEmbedded({ dataHome });
  const rows = await query(database.connection, 'select body from note order by body');
  await database.stop();
  return rows.map((row) => row.body);
}

test('there must be data, and no platform running on it', async () => {
  expect((await failureOf(backup({ dataHome: area.dataHome, file }))).kind).toBe('no_data');
  const database = await startEmbedded({ dataHome: area.dataHome });
  await query(database.connection, `create table note as select 'kept'::text as body`);
  expect((await failureOf(backup({ dataHome: area.dataHome, file }))).kind).toBe('data_in_use');
  expect((await failureOf(restore({ dataHome: area.dataHome, file: import.meta.filename }))).kind).toBe(
    'data_in_use',
  );
  await database.stop();
});

test("a backup is restored elsewhere, is its owner's alone and is never written over", async () => {
  expect(await backup({ dataHome: area.dataHome, file })).toBe(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await failureOf(backup({ dataHome: area.dataHome, file }))).kind).toBe('would_overwrite');
  await restore({ dataHome: other.dataHome, file });
  expect(await notesIn(other.dataHome)).toEqual(['kept']);
});

test('data is replaced only by force and only by a whole backup that fits', async () => {
  const database = await startEmbedded({ dataHome: area.dataHome });
  await query(database.connection, `insert into note values ('later')`);
  await database.stop();
  expect((await failureOf(restore({ dataHome: area.dataHome, file }))).kind).toBe('would_overwrite');

  const torn = join(area.dataHome, 'torn.tar.gz');
  await writeFile(torn, await readFile(file));
  await truncate(torn, Math.floor((await stat(file)).size / 2));
  const text = join(area.dataHome, 'text');
  await writeFile(text, 'not an archive');
  for (const bad of [torn, text, join(area.dataHome, 'absent')]) {
    const failure = await failureOf(restore({ dataHome: area.dataHome, file: bad, force: true }));
    expect(failure.kind).toBe('backup_invalid');
  }
  expect(await notesIn(area.dataHome)).toEqual(['kept', 'later']);

  await restore({ dataHome: area.dataHome, file, force: true });
  expect(await notesIn(area.dataHome)).toEqual(['kept']);
  expect((await readdir(area.home)).filter((name) => name.startsWith('store'))).toEqual(['store']);
});

test('a restore cut off between its two renames loses nothing', async () => {
  const store = join(area.home, 'store');
  await rename(store, `${store}.replaced`);
  await mkdir(`${store}.draft-cut`);
  expect(await notesIn(area.dataHome)).toEqual(['kept']);
});
