import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeOf } from '../../../platform/store/embedded/place.ts';
import { postgresProcessesIn } from '../../../platform/store/embedded/process-table.ts';
import { defaultDataHome, startEmbedded } from '../../../platform/store/embedded/start.ts';
import { failureOf, query, temporaryDataHome } from './data-home.ts';

let area: Awaited<ReturnType<typeof temporaryDataHome>>;
beforeAll(async () => {
  area = await temporaryDataHome();
});
afterAll(() => area.remove());

test('data survives a restart, one start has it at a time, and only a socket listens', async () => {
  // What an initdb cut off midway leaves.
  await mkdir(join(area.home, 'store.draft-cut', 'cluster'), { recursive: true });

  const first = await startEmbedded({ dataHome: area.dataHome });
  const settings = `select current_setting('listen_addresses') listen, current_setting('fsync') fsync,
    current_setting('data_checksums') checksums, current_setting('TimeZone') zone,
    datcollate, datlocprovider, datlocale from pg_database where datname = current_database()`;
  expect(await query(first.connection, settings)).toEqual([
    {
      listen: '',
      fsync: 'on',
      checksums: 'on',
      zone: 'UTC',
      datcollate: 'C',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
    },
  ]);
  expect(await readdir(area.home)).not.toContain('store.draft-cut');
  await query(first.connection, `create table note as select '云龙区'::text as body`);

  const refused = await failureOf(startEmbedded({ dataHome: area.dataHome }));
  expect(refused.kind).toBe('data_in_use');
  expect(refused.message).toContain(`process ${process.pid}`);
  expect(await query(first.connection, 'select body from note')).toEqual([{ body: '云龙区' }]);

  await Promise.all([first.stop(), first.stop()]);
  expect(await postgresProcessesIn(first.dataDir)).toEqual([]);

  const second = await startEmbedded({ dataHome: area.dataHome });
  expect(await query(second.connection, 'select body from note')).toEqual([{ body: '云龙区' }]);
  await second.stop();
});

test('when PostgreSQL dies by itself its last log line is told, and the data can be used again', async () => {
  const first = await startEmbedded({ dataHome: area.dataHome });
  const postmaster = Number.parseInt(await readFile(join(first.dataDir, 'postmaster.pid'), 'utf8'), 10);
  process.kill(postmaster, 'SIGQUIT');
  expect(await first.died).toContain('database system is shut down');
  await first.stop();
  const second = await startEmbedded({ dataHome: area.dataHome });
  expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
});

test.each([
  ['format', { format: 2, postgresMajor: 18 }],
  ['PostgreSQL', { format: 1, postgresMajor: 19 }],
])('data of a newer %s is refused and left as it is', async (_, newer) => {
  const path = join(area.home, 'store', 'format.json');
  const ours = await readFile(path, 'utf8');
  await writeFile(path, JSON.stringify(newer));
  expect((await failureOf(startEmbedded({ dataHome: area.dataHome }))).kind).toBe('data_newer');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(newer);
  await writeFile(path, ours);
});

test('a data home that cannot be made is said to be not writable', async () => {
  const file = join(area.dataHome, 'a-file');
  await writeFile(file, '');
  expect((await failureOf(startEmbedded({ dataHome: file }))).kind).toBe('data_not_writable');
  expect((await failureOf(startEmbedded({ dataHome: join(file, 'below') }))).kind).toBe('data_not_writable');
});

test.runIf(process.getuid?.() !== 0)('a data home that may not be written is said to be so', async () => {
  const closed = join(area.dataHome, 'closed');
  await mkdir(closed, { mode: 0o500 });
  expect((await failureOf(startEmbedded({ dataHome: closed }))).kind).toBe('data_not_writable');
});

test('under a long path the socket lies elsewhere, and its directory goes with the server', async () => {
  const dataHome = join(area.dataHome, 'long'.repeat(30));
  const database = await startEmbedded({ dataHome });
  const { host } = database.connection;
  expect(Buffer.byteLength(host)).toBeLessThan(90);
  expect((await stat(host)).mode & 0o777).toBe(0o700);
  await database.stop();
  await expect(stat(host)).rejects.toThrow('ENOENT');
  await rm(homeOf(dataHome), { recursive: true });
});

test("a start that fails gives the data free again and says why in PostgreSQL's words", async () => {
  const broken = await temporaryDataHome();
  const first = await startEmbedded({ dataHome: broken.dataHome });
  await first.stop();
  await rm(join(first.dataDir, 'global'), { recursive: true });
  const failure = await failureOf(startEmbedded({ dataHome: broken.dataHome }));
  expect(failure.kind).toBe('start_failed');
  expect(failure.message).toContain('global');
  expect(await readdir(broken.home)).not.toContain('lock');
  await broken.remove();
});

test('the data home follows the environment', () => {
  expect(defaultDataHome({}, '/home/li')).toBe('/home/li/.local/share/district-platform');
  expect(defaultDataHome({ XDG_DATA_HOME: '/data' }, '/home/li')).toBe('/data/district-platform');
  expect(defaultDataHome({ XDG_DATA_HOME: 'relative' }, '/home/li')).toBe(
    '/home/li/.local/share/district-platform',
  );
  expect(defaultDataHome({ XDG_DATA_HOME: '/data', DISTRICT_DATA_HOME: '/srv/d' }, '/home/li')).toBe(
    '/srv/d',
  );
});
