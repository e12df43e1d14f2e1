import { existsSync } from 'node:fs';
import { ExpectedFailure } from '../../command/operation.ts';
import { shanghaiDate } from '../../i18n/time.ts';
import { keepTokens } from '../credentials.ts';
import { withLock } from '../lock.ts';
import { findPlaces, type Places } from '../places.ts';
import { changeSettings } from '../settings.ts';
import { dropLease, holdLease, leaseHolders } from './leases.ts';
import { endProcess } from './process-life.ts';
import type { SpawnOptions } from './spawn-platform.ts';
import { forgetState, keepState, runningSandbox, type SandboxState, sandboxPaths } from './state.ts';

export type SandboxWish = Pick<SpawnOptions, 'now' | 'storm' | 'live'>;

export type SandboxProgress = (step: 'starting' | 'waiting' | 'ready') => void;

interface Use {
  places?: Places;
  onProgress?: SandboxProgress;
}

/** Uses the sandbox for as long as this process lives, starting it when it does not run. */
export async function joinSandbox({
  places = findPlaces(process.env),
  onProgress,
}: Use = {}): Promise<SandboxState> {
  holdLease(sandboxPaths(places).leases, process.pid);
  try {
    return await ensureRunning({}, places, onProgress);
  } catch (error) {
    dropLease(sandboxPaths(places).leases, process.pid);
    throw error;
  }
}

/** Ends this process's use; the last one out stops a sandbox that nobody asked to stay. */
export async function leaveSandbox({
  places = findPlaces(process.env),
}: Pick<Use, 'places'> = {}): Promise<void> {
  const { leases } = sandboxPaths(places);
  dropLease(leases, process.pid);
  const state = runningSandbox(places);
  if (state && leaseHolders(leases).length === 0) await stop(state, places);
}

/** Starts the sandbox, or takes the one that runs, and lets it stay until `stopSandbox`. */
export async function keepSandbox(
  wish: SandboxWish,
  { places = findPlaces(process.env), onProgress }: Use = {},
): Promise<SandboxState> {
  const { leases } = sandboxPaths(places);
  holdLease(leases, process.pid);
  try {
    const state = await ensureRunning(wish, places, onProgress);
    holdLease(leases, state.pid);
    return state;
  } finally {
    dropLease(leases, process.pid);
  }
}

/** Throws the sandbox's data away, seeds it anew and lets it stay. */
export async function resetSandbox(
  wish: SandboxWish,
  { places = findPlaces(process.env), onProgress }: Use = {},
): Promise<SandboxState> {
  const paths = sandboxPaths(places);
  holdLease(paths.leases, process.pid);
  try {
    return await withLock(paths.lock, async () => {
      const running = runningSandbox(places);
      if (running) await stop(running, places);
      const state = await start({ ...wish, reset: true }, places, onProgress);
      holdLease(paths.leases, state.pid);
      return state;
    });
  } finally {
    dropLease(paths.leases, process.pid);
  }
}

/** Stops the sandbox for everybody; false when none ran. */
export async function stopSandbox({
  places = findPlaces(process.env),
}: Pick<Use, 'places'> = {}): Promise<boolean> {
  const state = runningSandbox(places);
  if (state === undefined) return false;
  await stop(state, places);
  return true;
}

async function ensureRunning(
  wish: SandboxWish,
  places: Places,
  onProgress: SandboxProgress | undefined,
): Promise<SandboxState> {
  const { lock } = sandboxPaths(places);
  const running = runningSandbox(places);
  if (running) return requireSame(running, wish);
  if (existsSync(lock)) onProgress?.('waiting');
  return withLock(lock, async () => {
    const startedMeanwhile = runningSandbox(places);
    return startedMeanwhile ? requireSame(startedMeanwhile, wish) : start(wish, places, onProgress);
  });
}

/** Starts a platform and keeps how to reach it: its contexts in the settings, its tokens apart. */
async function start(
  options: SpawnOptions,
  places: Places,
  onProgress: SandboxProgress | undefined,
): Promise<SandboxState> {
  const { leases, log } = sandboxPaths(places);
  onProgress?.('starting');
  const { spawnPlatform } = await import('./spawn-platform.ts');
  const { url, pid, sandbox, identities, password, resident } = await spawnPlatform({
    ...options,
    log,
    leases,
  });
  const { origin } = new URL(url);
  await keepTokens(
    places.configDir,
    Object.fromEntries(
      identities.map(({ context, operator: name, role, token }) => {
        const holder = { name, role, region: '' };
        return [context, { origin, token, kind: 'token', holder }] as const;
      }),
    ),
  );
  await changeSettings(places.configDir, (settings) => ({
    ...settings,
    contexts: {
      ...settings.contexts,
      ...Object.fromEntries(
        identities.map(({ context }) => [context, { ...settings.contexts?.[context], url }]),
      ),
    },
  }));
  const state = {
    ...{ url, pid, ...sandbox },
    contexts: identities.map(({ context }) => context),
    signIn: { logins: identities.map(({ login }) => login), password },
    resident,
  };
  keepState(places, state);
  onProgress?.('ready');
  return state;
}

async function stop(state: SandboxState, places: Places): Promise<void> {
  if (!(await endProcess(state.pid))) {
    throw new ExpectedFailure({
      kind: 'stop_failed',
      message: {
        en: `The sandbox (process ${state.pid}) did not stop.`,
        zh: `沙箱(进程 ${state.pid})没有停下来。`,
      },
      hint: { en: `See ${sandboxPaths(places).log}.`, zh: `请看 ${sandboxPaths(places).log}。` },
      exit: 1,
    });
  }
  dropLease(sandboxPaths(places).leases, state.pid);
  forgetState(places);
}

/** One that runs is taken only when it is what was asked for: a seed cannot change under those who use it. */
function requireSame(running: SandboxState, wish: SandboxWish): SandboxState {
  const { now, storm, live } = wish;
  const same =
    (now === undefined || shanghaiDate(now) === running.anchor) &&
    (!storm || running.storm) &&
    (!live || running.live);
  if (same) return running;
  throw new ExpectedFailure({
    kind: 'sandbox_differs',
    message: {
      en: `A sandbox runs already, seeded for ${running.anchor}${running.storm ? ' with a storm' : ''}.`,
      zh: `已有沙箱在运行,基准日 ${running.anchor}${running.storm ? ',含积压' : ''}。`,
    },
    hint: {
      en: 'Run district sandbox reset with the same options to begin anew.',
      zh: '要重来,请用同样的选项运行 district sandbox reset。',
    },
    exit: 6,
  });
}
