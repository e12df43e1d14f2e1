import { pino } from 'pino';
import { type Network, trusting } from '../http/network.ts';
import { PlatformError } from '../platform-error.ts';
import { loggableError } from '../privacy/loggable-error.ts';
import { keepDaysOf } from './audit.ts';
import { watchLeases } from './leases.ts';
import { failureOf } from './report.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';

export interface ServeFlags {
  port: string;
  host: string;
  dataHome: string;
  log?: string;
  sandbox?: boolean;
  now?: string;
  storm?: boolean;
  live?: boolean;
  reset?: boolean;
  whileUsed?: string;
  publicUrl?: string;
  trustedProxy?: string[];
  rateLimits: boolean;
  auditCheckpoints?: string;
  auditKeepDays?: string;
}

/** Serves until a signal; says once on standard output that it is ready, or why it is not. */
export async function serveCommand(flags: ServeFlags): Promise<void> {
  const log = pino(
    { name: 'district-platform', serializers: { err: loggableError } },
    pino.destination({ dest: flags.log ?? 2, mkdir: true, sync: false }),
  );
  // From the first moment: told to stop while it starts, it starts and then stops in order.
  const told = signalled();
  let serving: Serving;
  try {
    serving = await serve(optionsOf(flags, log));
  } catch (error) {
    const failure = failureOf(error) ?? {
      kind: 'start_failed',
      message: `The platform could not start: ${(error as Error).message}.`,
      hint: flags.log ? `The log ${flags.log} says more.` : 'The lines above say more.',
    };
    log.error({ err: error }, failure.message);
    sayOnce({ ready: false, ...failure }, `${failure.message}\n${failure.hint}`);
    process.exitCode = 1;
    return;
  }
  sayOnce(readyLine(serving), `Serving the district contract at ${serving.url} (Ctrl-C stops it).`);
  await stopWhenTold(serving, told, flags, log);
}

function optionsOf(flags: ServeFlags, log: ServeOptions['log']): ServeOptions {
  const { host, dataHome } = flags;
  const sandbox = flags.sandbox
    ? {
        at: instantOf(flags.now),
        storm: flags.storm ?? false,
        live: flags.live ?? false,
        reset: flags.reset ?? false,
      }
    : undefined;
  if (!sandbox && (flags.now ?? flags.storm ?? flags.live ?? flags.reset) !== undefined) {
    throw new PlatformError(
      'usage',
      '--now, --storm, --live and --reset belong to the sandbox.',
      'Add --sandbox.',
    );
  }
  const databaseUrl = process.env['DATABASE_URL'];
  return {
    ...{ host, port: portOf(flags.port), dataHome, databaseUrl, network: networkOf(flags), sandbox, log },
    auditCheckpoints: flags.auditCheckpoints,
    auditKeepDays: keepDaysOf(flags.auditKeepDays),
  };
}

function networkOf({ publicUrl, trustedProxy, rateLimits }: ServeFlags): Network {
  const url = publicUrl ?? process.env['DISTRICT_PUBLIC_URL'] ?? null;
  if (url !== null && !/^https?:\/\//.test(url)) {
    throw new PlatformError('usage', `--public-url ${url} is not a web address.`, 'Write https://….');
  }
  const proxies = trustedProxy ?? process.env['DISTRICT_TRUSTED_PROXY']?.split(',') ?? [];
  return {
    publicUrl: url?.replace(/\/+$/, '') ?? null,
    isTrusted: trusting(proxies),
    rateLimited: rateLimits,
  };
}

const PORT_MAX = 65_535;

function portOf(text: string): number | 'auto' {
  if (text === 'auto') return 'auto';
  if (/^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX) return Number(text);
  throw new PlatformError(
    'usage',
    `--port ${text} is not a port.`,
    `Give a number from 0 to ${PORT_MAX}, or auto.`,
  );
}

/** Without a zone the time is Asia/Shanghai. */
function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const instant = match ? new Date(`${match[1]}T${match[2] ?? '08:30'}${match[3] ?? '+08:00'}`) : undefined;
  if (instant && !Number.isNaN(instant.valueOf())) return instant;
  throw new PlatformError('usage', `--now ${text} is not a time.`, 'Write it as 2026-10-08T08:30.');
}

/** One line of JSON for the program that started it, a sentence for a person. */
function sayOnce(line: object, sentence: string): void {
  process.stdout.write(`${process.stdout.isTTY ? sentence : JSON.stringify(line)}\n`);
}

function readyLine({ url, sandbox, services }: Serving): object {
  const base = { ready: true, url, pid: process.pid };
  if (!sandbox || !services.sandbox) return base;
  const { anchor, storm, live } = services.sandbox;
  return {
    ...base,
    sandbox: { anchor, storm, live },
    identities: sandbox.identities,
    password: sandbox.password,
    resident: sandbox.resident,
  };
}

function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

async function stopWhenTold(
  serving: Serving,
  told: Promise<string>,
  flags: ServeFlags,
  log: ServeOptions['log'],
): Promise<void> {
  let unwatch = () => undefined as void;
  const unused = new Promise<string>((resolve) => {
    if (flags.whileUsed !== undefined) unwatch = watchLeases(flags.whileUsed, () => resolve('unused'));
  });
  const why = await Promise.race([told, unused, serving.died.then((line) => `database died: ${line}`)]);
  unwatch();
  log.info({ why }, 'stopping');
  await serving.stop();
  log.flush();
  process.exit(why.startsWith('database died') ? 1 : 0);
}
