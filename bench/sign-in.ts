/** Sign-in at a thousand operators and under attack, on a real process and database: node bench/sign-in.ts, after npm run build. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bearerRow } from '../platform/access/bearers.ts';
import { newToken } from '../platform/access/tokens.ts';
import { insertMany } from '../platform/sandbox/insert.ts';
import { hashPassword } from '../platform/sign-in/passwords.ts';
import { openDatabase } from '../platform/store/database.ts';
import { startEmbedded } from '../platform/store/embedded/start.ts';
import { type Answers, openForm } from './guesses.ts';
import { quantile, row } from './pairs.ts';

const OPERATORS = 1_000;
const PASSWORD = 'four green lamps';
const CALLS = 400;
const SIGN_INS = 30;
/** Between two people who sign in: half a minute's rush at the start of a shift. */
const PAUSE_MS = 1_000;
const GUESSES = 10_000;
/** More than may wait for a hash, so that what is refused at once is measured as well. */
const GUESSES_AT_ONCE = 1_000;
/** Addresses that the guesses come from, as a trusted proxy tells them. */
const ATTACKERS = 500;
const GUESSES_FILE = fileURLToPath(new URL('./guesses.ts', import.meta.url));
const PLATFORM = fileURLToPath(new URL('../dist/district-platform.js', import.meta.url));

const home = mkdtempSync(join(tmpdir(), 'district-bench-'));
const embedded = await startEmbedded({ dataHome: join(home, 'data') });
const { connection } = embedded;
const databaseUrl = `postgresql://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(String(connection.host))}&port=${connection.port}`;
const platform = spawn(
  process.execPath,
  [
    PLATFORM,
    'serve',
    '--port',
    '0',
    '--no-rate-limits',
    '--trusted-proxy',
    '127.0.0.1',
    '--data-home',
    join(home, 'home'),
    '--log',
    join(home, 'log'),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: databaseUrl } },
);
const [line] = (await once(createInterface(platform.stdout), 'line')) as [string];
const { url, message } = JSON.parse(line) as { url: string; message?: string };
if (url === undefined) throw new Error(message);

const tokens = await addOperators();
process.stdout.write(row('signed in at once', 'p50 ms a call', 'p95 ms', 'memory MB'));
process.stdout.write(row('---', '---', '---', '---'));
await timeCalls(tokens.slice(0, 1));
for (const signedIn of [1, OPERATORS]) {
  const ms = await timeCalls(tokens.slice(0, signedIn));
  process.stdout.write(row(signedIn, quantile(ms, 0.5), quantile(ms, 0.95), memoryMb()));
}

await signIn(0);
const calm = await timeSignIns(1);
const unknown = await timeSignIns(1, 'nobody');
const guessing = fork(GUESSES_FILE, [url, GUESSES, GUESSES_AT_ONCE, ATTACKERS, OPERATORS].map(String));
const attack = once(guessing, 'message') as Promise<[Answers]>;
const attacked = await timeSignIns(1 + SIGN_INS);
const calls = await timeCalls(tokens.slice(0, 100));
const [guesses] = await attack;

process.stdout.write(`\n${row('sign-in', 'p50 ms', 'p95 ms', 'p50 against calm', 'p95 against calm')}`);
process.stdout.write(row('---', '---', '---', '---', '---'));
for (const [name, ms] of [
  ['calm', calm],
  ['wrong password, name that nobody has', unknown],
  [`during ${GUESSES} wrong passwords from ${ATTACKERS} addresses`, attacked],
] as const) {
  const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  process.stdout.write(row(name, p50, p95, p50 / quantile(calm, 0.5), p95 / quantile(calm, 0.95)));
}
process.stdout.write(
  `\nGuesses: ${guesses.map(([status, count]) => `${count} × ${status}`).join(', ')}; a call meanwhile p50 ${quantile(calls, 0.5).toFixed(1)} ms.\n`,
);
platform.kill('SIGTERM');
await once(platform, 'exit');
await embedded.stop();
rmSync(home, { recursive: true, force: true });

async function addOperators(): Promise<string[]> {
  const { db, close } = openDatabase(connection);
  const at = new Date();
  const people = Array.from({ length: OPERATORS }, (_, index) => ({
    ...{ district: '320302', id: `operator-${index}`, name: '王磊', role: 'administrator', region: '320302' },
    login: `operator${index}`,
  }));
  const made = people.map(() => newToken());
  const hash = await hashPassword(PASSWORD);
  await db.transaction().execute(async (transaction) => {
    await insertMany(
      transaction,
      'operators',
      people.map((person) => ({ ...person, version: 1, one_time_codes: false })),
    );
    const bearers = people.map((operator, index) =>
      bearerRow(made[index] as string, { operator, kind: 'session', at }),
    );
    await insertMany(transaction, 'tokens', bearers);
    const passwords = people.map(({ id }) => ({
      id,
      provider: 'credential',
      hash,
      initial: false,
      created_at: at,
      set_at: at,
    }));
    await insertMany(transaction, 'passwords', passwords);
    const desks = people.map(({ id }, index) => ({ operator_id: id, address: deskOf(index), seen_at: at }));
    await insertMany(transaction, 'familiar_addresses', desks);
  });
  await close();
  return made;
}

/** Where each operator has signed in from before. */
function deskOf(index: number): string {
  return `10.7.${index >> 8}.${index & 255}`;
}

async function timeCalls(bearers: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const startedMs = performance.now();
    const headers = { authorization: `Bearer ${bearers[i % bearers.length]}` };
    const response = await fetch(`${url}/v1/requests?limit=50`, { headers });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`a list answered ${response.status}`);
    taken.push(performance.now() - startedMs);
  }
  return taken;
}

/** Time from sending name and password to the answer, for people each at their own desk. */
async function timeSignIns(first: number, login?: string): Promise<number[]> {
  const taken: number[] = [];
  for (let i = first; i < first + SIGN_INS; i += 1) {
    taken.push(await signIn(i, login && `${login}${i}`));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return taken;
}

async function signIn(index: number, login = `operator${index}`): Promise<number> {
  const send = await openForm(url, deskOf(index));
  const startedMs = performance.now();
  const status = await send(login, PASSWORD);
  const expected = login.startsWith('operator') ? 303 : 401;
  if (status !== expected) throw new Error(`${login} was answered ${status}`);
  return performance.now() - startedMs;
}

function memoryMb(): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${platform.pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
