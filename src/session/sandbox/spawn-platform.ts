import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Role } from '@district/contract/vocabulary.ts';
import { ExpectedFailure, type Failure } from '../../command/operation.ts';
import { startSentenceZh } from './start-sentences.ts';

interface SandboxIdentity {
  context: string;
  operator: string;
  role: Role | null;
  /** The name to sign in with on the platform's page. */
  login: string;
  token: string;
}

/** A resident whose inbox can be read at `/v1/public/inbox` with the header X-Resident-Token. */
export interface ExampleResident {
  district: string;
  community: string;
  token: string;
}

interface Ready {
  ready: true;
  url: string;
  pid: number;
  sandbox: { anchor: string; storm: boolean; live: boolean };
  identities: SandboxIdentity[];
  password: string;
  resident: ExampleResident;
}

interface Failed {
  ready: false;
  kind: string;
  message: string;
  hint?: string;
}

export interface SpawnOptions {
  /** Instant the sandbox's clock begins at, ISO 8601 with a zone. */
  now?: string;
  storm?: boolean;
  live?: boolean;
  reset?: boolean;
}

const EXITS: Readonly<Record<string, number>> = { sandbox_differs: 6, usage: 2 };

/** Time a platform that was told to stop may still hold the data. */
const RELEASE_TIMEOUT_MS = 8_000;
const RETRY_INTERVAL_MS = 500;

/** As `spawnOnce`, waiting for a platform that is just going to let go of the data. */
export async function spawnPlatform(options: SpawnOptions & { log: string; leases: string }): Promise<Ready> {
  for (let waitedMs = 0; ; waitedMs += RETRY_INTERVAL_MS) {
    try {
      return await spawnOnce(options);
    } catch (error) {
      const isHeld = error instanceof ExpectedFailure && error.failure.kind === 'data_in_use';
      if (!isHeld || waitedMs >= RELEASE_TIMEOUT_MS) throw error;
      await delay(RETRY_INTERVAL_MS);
    }
  }
}

/** Starts a platform that outlives this process, and waits for the one line that says whether it is ready. */
async function spawnOnce(options: SpawnOptions & { log: string; leases: string }): Promise<Ready> {
  const bundle = platformBundle();
  const child = spawn(process.execPath, [bundle, ...serveArguments(options)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Whoever is interrupted while it waits takes the half-started platform along.
  const takeAlong = () => child.kill('SIGTERM');
  process.once('exit', takeAlong);
  try {
    const line = await firstLine(child.stdout);
    const answer = readAnswer(line);
    if (answer.ready) return answer;
    throw new ExpectedFailure(startFailure(answer, options.log));
  } finally {
    process.off('exit', takeAlong);
    child.stdout.destroy();
    child.unref();
  }
}

function serveArguments({
  now,
  storm,
  live,
  reset,
  log,
  leases,
}: SpawnOptions & { log: string; leases: string }) {
  return [
    'serve',
    '--sandbox',
    ...['--port', 'auto'],
    ...['--log', log],
    ...['--while-used', leases],
    ...(now === undefined ? [] : ['--now', now]),
    ...(storm ? ['--storm'] : []),
    ...(live ? ['--live'] : []),
    ...(reset ? ['--reset'] : []),
  ];
}

/** The platform's bundle lies beside the console's; run from source, in the build folder. */
function platformBundle(): string {
  const candidates = ['./district-platform.js', '../../../dist/district-platform.js'];
  const paths = candidates.map((candidate) => fileURLToPath(new URL(candidate, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new ExpectedFailure({
    kind: 'not_built',
    message: { en: 'The platform is not built.', zh: '平台还没有构建。' },
    hint: { en: 'Run npm run build.', zh: '请运行 npm run build。' },
    exit: 1,
  });
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n', 1)[0] ?? '';
}

function readAnswer(line: string): Ready | Failed {
  try {
    return JSON.parse(line) as Ready | Failed;
  } catch {
    return { ready: false, kind: 'start_failed', message: 'The platform ended before it was ready.' };
  }
}

function startFailure({ kind, message, hint }: Failed, log: string): Failure {
  const zh = startSentenceZh(kind, message, log);
  return {
    kind,
    message: { en: message, zh: zh.message },
    hint: { en: hint ?? `See ${log}.`, zh: zh.hint },
    exit: EXITS[kind] ?? 1,
  };
}
