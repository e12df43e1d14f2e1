/** One platform on few requests and one on many, side by side, as both benches of lists want them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACETS_COUNTED_DEFAULT } from '@district/contract/limits.ts';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../platform/store/database.ts';
import { type EmbeddedConnection, startEmbedded } from '../platform/store/embedded/start.ts';
import { BENCH_TOKEN, fillWithRequests } from './many-requests.ts';
import { servePlatform } from './serve-platform.ts';

/** As many as ask at once. */
export const CONCURRENCY = 8;

interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

export interface Sized {
  pool: OpenDatabase['pool'];
  /** The text of an answer. */
  ask(path: string): Promise<string>;
  /** The statement by which the route answers, taken from the route's own code. */
  statementOf(path: string): Promise<Statement>;
  /** Blocks that statement touches. */
  buffers(path: string): Promise<number>;
}

export async function openSizes(counts: { small: number; large: number }) {
  const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
  const embedded = await startEmbedded({ dataHome: join(home, 'data') });
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const small = await sizedPlatform(embedded.connection, join(home, 'small'), counts.small, agent);
  const large = await sizedPlatform(embedded.connection, join(home, 'large'), counts.large, agent);
  return {
    small,
    large,
    async stop() {
      agent.destroy();
      await Promise.all([small.stop(), large.stop()]);
      await embedded.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function sizedPlatform(connection: EmbeddedConnection, home: string, count: number, agent: Agent) {
  const name = `of_${count}`;
  const admin = new pg.Client({ ...connection, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const statements: Statement[] = [];
  const opened = openDatabase({ ...connection, database: name }, (sql, parameters) =>
    statements.push({ sql, parameters }),
  );
  await fillWithRequests(opened, count);
  const platform = await servePlatform({ ...connection, database: name }, home);

  async function statementOf(path: string): Promise<Statement> {
    statements.length = 0;
    await answerHere(opened, path);
    const statement = statements.at(-1);
    if (!statement) throw new Error('no statement');
    return statement;
  }

  return {
    pool: opened.pool,
    ask: (path: string) => ask(platform.url + encodeURI(path), agent),
    statementOf,
    async buffers(path: string) {
      const { sql, parameters } = await statementOf(path);
      const explained = await opened.pool.query(`explain (analyze, buffers, format json) ${sql}`, [
        ...parameters,
      ]);
      const plan = explained.rows[0]['QUERY PLAN'][0].Plan;
      return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    },
    async stop() {
      await opened.close();
      await platform.stop();
    },
  };
}

function ask(url: string, agent: Agent): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${BENCH_TOKEN}` } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

async function answerHere({ db }: OpenDatabase, path: string): Promise<void> {
  const { listRequests } = await import('../platform/requests/list.ts');
  const { countRequests } = await import('../platform/requests/facets.ts');
  const { loadDictionaries } = await import('../platform/dictionaries/dictionaries.ts');
  const services = {
    db,
    clock: { now: () => new Date() },
    dictionaries: await loadDictionaries(db),
  } as never;
  const operator = { id: 'bench', name: '', role: 'administrator', region: '320302', unit: null } as const;
  const { pathname, searchParams } = new URL(path, 'http://platform');
  const q = searchParams.get('q') ?? '';
  if (pathname.endsWith('/facets'))
    await countRequests(services, operator, { q, limit: FACETS_COUNTED_DEFAULT });
  else {
    const sort = (searchParams.get('sort') ?? 'due') as 'due';
    await listRequests(services, operator, { q, sort, limit: 50 });
  }
}
