import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresProcessesIn } from '../../../platform/store/embedded/process-table.ts';
import { startEmbedded } from '../../../platform/store/embedded/start.ts';
import { waitUntil } from '../../../platform/store/embedded/wait-until.ts';
import { failureOf, query, temporaryDataHome } from './data-home.ts';

let area: Awaited<ReturnType<typeof temporaryDataHome>>;
beforeAll(async () => {
  area = await temporaryDataHome();
});
afterAll(() => area.remove());

/** A platform process of its own, up to the point where its database is ready. */
async function startPlatformProcess(): Promise<{ platform: ChildProcess; dataDir: string }> {
  const start = new URL('../../../platform/store/embedded/start.ts', import.meta.url).href;
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(start)});
    const database = await startEmbedded({ dataHome: ${JSON.stringify(area.dataHome)} });
    process.stdout.write(database.dataDir);`;
  const platform = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [dataDir] = await once(platform.stdout, 'data');
  return { platform, dataDir: String(dataDir) };
}

async function parentOf(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1]);
}

test('PostgreSQL stops when its platform is killed, and the next platform takes the data over', async () => {
  const { platform, dataDir } = await startPlatformProcess();
  const refused = await failureOf(startEmbedded({ dataHome: area.dataHome }));
  expect(refused.message).toContain(`process ${platform.pid}`);

  platform.kill('SIGKILL');
  const gone = async () => (await postgresProcessesIn(dataDir)).length === 0;
  expect(await waitUntil(gone, 5_000)).toBe(true);

  const next = await startEmbedded({ dataHome: area.dataHome });
  expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.stop();
});

test('a PostgreSQL that outlived its platform and its watchdog is stopped and replaced', async () => {
  const { platform, dataDir } = await startPlatformProcess();
  const postmaster = Number.parseInt(await readFile(`${dataDir}/postmaster.pid`, 'utf8'), 10);
  const watchdog = await parentOf(postmaster);
  // Its whole group but the postmaster: the shell and the reader that would see our pipe end.
  const reader = (await childrenOf(watchdog)).filter((pid) => pid !== postmaster);
  for (const pid of [...reader, watchdog]) process.kill(pid, 'SIGKILL');
  platform.kill('SIGKILL');
  await once(platform, 'exit');
  expect(await postgresProcessesIn(dataDir)).toContain(postmaster);

  const next = await startEmbedded({ dataHome: area.dataHome });
  expect(await postgresProcessesIn(dataDir)).not.toContain(postmaster);
  expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.stop();
});

async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(' ').map(Number);
}
