import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this machine keeps what the console remembers. */
export interface Places {
  /** Settings and credentials: DISTRICT_CONFIG_DIR, else the XDG configuration directory. */
  configDir: string;
  /** What is running: the XDG state directory. */
  stateDir: string;
}

export function findPlaces(environment: NodeJS.ProcessEnv): Places {
  const xdg = (variable: string, fallback: string) =>
    join(environment[variable] || join(environment['HOME'] || homedir(), fallback), 'district-console');
  return {
    configDir: environment['DISTRICT_CONFIG_DIR'] || xdg('XDG_CONFIG_HOME', '.config'),
    stateDir: xdg('XDG_STATE_HOME', '.local/state'),
  };
}
