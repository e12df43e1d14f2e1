import { readdir, readFile, readlink } from 'node:fs/promises';

/** Names one process for good: the pid alone is used again, by other programs and after a reboot. */
export interface ProcessIdentity {
  pid: number;
  /** Field 22 of /proc/<pid>/stat: clock ticks from boot to its start. */
  startTicks: string;
  bootId: string;
}

/** The identity of a running process, or undefined if there is none (a zombie holds nothing and counts as none). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // The second field is the program's name, which may itself hold spaces and brackets: count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (startTicks === undefined || state === 'Z' || state === 'X') return undefined;
  const bootId = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  return { pid, startTicks, bootId };
}

export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  const now = await identify(identity.pid);
  return now !== undefined && now.startTicks === identity.startTicks && now.bootId === identity.bootId;
}

/**
 * Pids of the PostgreSQL processes of a cluster: each of them sits in the data directory, which also tells them from
 * another cluster's. (So might a person's shell; hence the look at the program.)
 */
export async function postgresProcessesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(
      async (pid) =>
        (await linkTarget(`/proc/${pid}/cwd`)) === cluster &&
        /\/postgres( \(deleted\))?$/.test(await linkTarget(`/proc/${pid}/exe`)),
    ),
  );
  return pids.filter((_, index) => found[index]).map(Number);
}

/** Empty for processes that are gone or belong to others. */
async function linkTarget(path: string): Promise<string> {
  return readlink(path).catch(() => '');
}
