/** A console before a platform with many requests, each with a matter of its own, in a real terminal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openDatabase } from '../platform/store/database.ts';
import { type EmbeddedConnection, startEmbedded } from '../platform/store/embedded/start.ts';
import { BENCH_TOKEN, fillWithRequests } from './many-requests.ts';
import { type ServedPlatform, servePlatform } from './serve-platform.ts';
import { type WatchedProgram, watchProgram } from './watched-program.ts';

const DISTRICT = fileURLToPath(new URL('../dist/district.js', import.meta.url));

export interface FullDesk {
  url: string;
  home: string;
  platform: ServedPlatform;
  /** Of the database that the platform stands on. */
  connection: EmbeddedConnection;
  /** What points a program at the platform. */
  env: Record<string, string>;
  /** A console on the list of all requests. */
  openList(): Promise<WatchedProgram>;
  stop(): Promise<void>;
}

export async function startFullDesk(requests: number): Promise<FullDesk> {
  const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
  const embedded = await startEmbedded({ dataHome: join(home, 'data') });
  const opened = openDatabase(embedded.connection);
  await fillWithRequests(opened, requests);
  // All open, and no two neighbours alike: a painter that compares must not have it easy.
  await sql`
    update requests set state = 'in_progress', promised_due_at = submitted_at + (n % 97) * interval '1 hour',
      vulnerable = n % 3 = 0, reminders = n % 4, returns = n % 2,
      title = (array['路灯不亮老人夜里摔倒','小区门口占道烧烤油烟扰民','电梯停运三天老人出不了门','低保申请材料咨询','楼道堆物堵住消防通道',
        '夜间施工噪音','污水外溢','健身器材损坏无人修','下水道井盖缺失'])[1 + n % 9] || '第' || n || '号'
    from (select id as of, right(no, 6)::int as n from requests) as numbered where id = of`.execute(
    opened.db,
  );
  await opened.close();
  const platform = await servePlatform(embedded.connection, join(home, 'platform'));
  const env = {
    HOME: home,
    DISTRICT_URL: platform.url,
    DISTRICT_TOKEN: BENCH_TOKEN,
    DISTRICT_LANG: 'zh',
    LANG: 'zh_CN.UTF-8',
  };
  return {
    url: platform.url,
    home,
    platform,
    connection: embedded.connection,
    env,
    async openList() {
      // What the one before left behind would be offered first.
      rmSync(join(home, '.local', 'state', 'district-console', 'work'), { recursive: true, force: true });
      const program = watchProgram([process.execPath, DISTRICT], env);
      await program.sees(/现在要办/);
      program.press('2');
      await program.sees(/^.*>.*GL/m);
      await program.quiet();
      return program;
    },
    async stop() {
      await platform.stop();
      await embedded.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
