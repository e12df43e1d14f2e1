import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { liveCalendar } from '../calendar/live-calendar.ts';
import { type Clock, offsetClock } from '../clock/clock.ts';
import { loadDictionaries } from '../dictionaries/dictionaries.ts';
import { startEventHub } from '../events/hub.ts';
import { createApp } from '../http/app.ts';
import type { SandboxState, Services } from '../http/environment.ts';
import type { Network } from '../http/network.ts';
import { startJobs } from '../jobs/jobs.ts';
import { PlatformError } from '../platform-error.ts';
import { ensureDictionaries } from '../sandbox/dictionaries.ts';
import { startLive } from '../sandbox/live.ts';
import { type OpenSandbox, openSandbox } from '../sandbox/open.ts';
import { insertPasswords } from '../sandbox/tokens.ts';
import { keySource } from '../sealing/key-source.ts';
import { openKeys, registerKey } from '../sealing/open-keys.ts';
import { createSignIn } from '../sign-in/sign-in.ts';
import { openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded/start.ts';
import { migrate } from '../store/migrate.ts';
import { type AuditOptions, openAudit, startAudit } from './audit.ts';
import { platformSecret, rememberedPort, rememberPort, sandboxSecret } from './home.ts';
import { listen } from './listen.ts';
import { Undo } from './undo.ts';

export interface ServeOptions extends AuditOptions {
  host: string;
  port: number | 'auto';
  /** Where embedded data live; with a database of one's own, keys, the sandbox's secret and the audit's checkpoints. */
  dataHome: string;
  databaseUrl: string | undefined;
  network: Network;
  sandbox: { at: Date | undefined; storm: boolean; live: boolean; reset: boolean } | undefined;
  log: Logger;
}

export interface Serving {
  url: string;
  services: Services;
  sandbox: OpenSandbox | undefined;
  /** Resolves when the embedded database dies by itself. */
  died: Promise<string>;
  stop(): Promise<void>;
}

/** Database, schema, sandbox, API, jobs: in this order; what was started is stopped again when a later step fails. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const undo = new Undo();
  try {
    return await startAll(options, undo);
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function startAll(options: ServeOptions, undo: Undo): Promise<Serving> {
  const { log } = options;
  const { connection, died } = await database(options, undo);
  const opened = openDatabase(connection);
  undo.push(() => opened.close());
  await reach(opened.pool, options.databaseUrl);
  const source = keySource(process.env, options.dataHome, options.sandbox !== undefined);
  const keys = await openKeys(opened.db, source, {
    emptied: options.sandbox?.reset ?? false,
    onMade: (file) => log.info({ file }, 'keys of personal data made: keep a copy apart from the backups'),
  });
  await migrate(opened.db, keys);
  const secret = await (options.sandbox
    ? sandboxSecret(options.dataHome)
    : platformSecret(options.dataHome, process.env['DISTRICT_SECRET']));
  const sandbox = options.sandbox
    ? await openSandbox({ db: opened.db, now: new Date(), ...options.sandbox, keys, secret })
    : undefined;
  if (!sandbox) await ensureDictionaries(opened.db);
  const clock: Clock = sandbox?.clock ?? offsetClock();
  await registerKey(opened.db, keys, clock.now());
  const [dictionaries, calendar, events] = await Promise.all([
    loadDictionaries(opened.db),
    liveCalendar(opened.db, log),
    startEventHub(opened.db, opened.pool, log),
  ]);
  undo.push(async () => {
    calendar.stop();
    await events.stop();
  });
  const state: SandboxState | null = sandbox
    ? {
        anchor: sandbox.anchor,
        storm: sandbox.storm,
        live: options.sandbox?.live ?? false,
        progress: sandbox.progress,
      }
    : null;
  const { db } = opened;
  const audit = await openAudit({ db, clock, log }, options, sandbox);
  const signIn = createSignIn({
    db,
    secret,
    ...(sandbox && { prepare: () => insertPasswords(db, secret, clock.now()) }),
  });
  const { network } = options;
  const services: Services = {
    ...{ db, clock, dictionaries, calendar, events, keys },
    ...{ audit, log, signIn, network, sandbox: state },
  };
  startAudit(services, undo);
  const listening = await listenWhere(services, options);
  undo.push(() => listening.close());
  startBehind(services, opened.pool, sandbox, options, undo);
  return { url: listening.url, services, sandbox, died, stop: () => undo.run() };
}

const NEVER = new Promise<string>(() => undefined);

async function database(
  options: ServeOptions,
  undo: Undo,
): Promise<{ connection: pg.PoolConfig; died: Promise<string> }> {
  if (options.databaseUrl !== undefined)
    return { connection: { connectionString: options.databaseUrl }, died: NEVER };
  const embedded = await startEmbedded({
    dataHome: join(options.dataHome, options.sandbox ? 'sandbox' : 'platform'),
  });
  undo.push(() => embedded.stop());
  return { connection: embedded.connection, died: embedded.died };
}

async function reach(pool: pg.Pool, databaseUrl: string | undefined): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    const where = databaseUrl === undefined ? 'the embedded database' : 'the database of DATABASE_URL';
    throw new PlatformError(
      'database_unreachable',
      `Cannot reach ${where}: ${(error as Error).message || (error as NodeJS.ErrnoException).code}.`,
      'Check host, port, user and password in DATABASE_URL, and that the server runs.',
    );
  }
}

/** `auto` takes the port a console may still have in hand, or any free one. */
async function listenWhere(services: Services, { host, port, dataHome }: ServeOptions) {
  const app = createApp(services);
  if (port !== 'auto') return listen(app, host, port);
  const listening = await listen(app, host, await rememberedPort(dataHome)).catch((error: unknown) => {
    if (error instanceof PlatformError && error.kind === 'port_taken') return listen(app, host, 0);
    throw error;
  });
  await rememberPort(dataHome, listening.port);
  return listening;
}

/** What nobody has to wait for: the rest of the seed, jobs, and the sandbox's day. */
function startBehind(
  services: Services,
  pool: pg.Pool,
  sandbox: OpenSandbox | undefined,
  options: ServeOptions,
  undo: Undo,
): void {
  let stopping = false;
  const told = Promise.withResolvers<void>();
  const begun = (async () => {
    await Promise.race([sandbox?.seeding, told.promise]);
    if (stopping) return;
    const stopJobs = await startJobs(services, pool);
    const stopLive = sandbox && options.sandbox?.live ? startLive(services) : undefined;
    undo.push(async () => {
      await stopLive?.();
      await stopJobs();
    });
  })().catch((error: unknown) => {
    if (!stopping) services.log.error({ err: error }, 'what runs behind the API did not start');
  });
  undo.push(async () => {
    stopping = true;
    told.resolve();
    await cancelSeeding(pool, sandbox);
    await begun;
  });
}

/** Nobody who leaves waits for the rest of a seed: what is half done is seeded anew at the next start. */
async function cancelSeeding(pool: pg.Pool, sandbox: OpenSandbox | undefined): Promise<void> {
  const { done, total } = sandbox?.progress() ?? { done: 0, total: 0 };
  if (done === total) return;
  await pool
    .query(`select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`)
    .catch(() => undefined);
}
