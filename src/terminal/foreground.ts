import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Fields of /proc/PID/stat behind the name in parentheses, which may hold anything: state, parent, group, session, terminal, its group. */
const GROUP = 2;
const TERMINAL_GROUP = 5;

/** The group of a terminal that went away. */
const NOBODY = '-1';

/**
 * Whether the terminal is ours to use right now, and not the shell's. Whoever sets its modes from the background is stopped on the
 * spot, signals unheard. True where the system does not tell.
 */
export function isForeground(): boolean {
  const [group, terminalGroup] = groups();
  return group === undefined || group === terminalGroup || terminalGroup === NOBODY;
}

function groups(): (string | undefined)[] {
  try {
    const fields = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return [fields[GROUP], fields[TERMINAL_GROUP]];
  } catch {
    return groupsByPs();
  }
}

/** Where there is no /proc, as on macOS. */
function groupsByPs(): string[] {
  try {
    const columns = execFileSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return columns.trim().split(/\s+/);
  } catch {
    return [];
  }
}
