import { createHash } from 'node:crypto';
import { findPlaces } from '../session/places.ts';
import { readSettings } from '../session/settings.ts';

const SANDBOX_CONTEXT = 'sandbox';
/** Enough to tell a handful of tokens apart, and too little to tell what they are. */
const TOKEN_DIGITS = 8;

export interface NamedContext {
  name: string;
  /** By which what a person leaves behind is found again: several may share a machine, each with a token of their own. */
  owner: string;
  /** It lives in the sandbox, which may have to be started first. */
  isSandbox: boolean;
}

/** What the console calls the platform it works against, by the same order of wishes as the shell. */
export function nameContext(flag: string | undefined, environment: NodeJS.ProcessEnv): NamedContext {
  const url = environment['DISTRICT_URL'];
  if (flag === undefined && url) {
    const { host } = new URL(url);
    const token = createHash('sha256')
      .update(environment['DISTRICT_TOKEN'] ?? '')
      .digest('hex');
    return { name: host, owner: `${host} ${token.slice(0, TOKEN_DIGITS)}`, isSandbox: false };
  }
  const { currentContext } = readSettings(findPlaces(environment).configDir);
  const name = flag ?? (environment['DISTRICT_CONTEXT'] || currentContext) ?? SANDBOX_CONTEXT;
  return { name, owner: name, isSandbox: name === SANDBOX_CONTEXT || name.startsWith(`${SANDBOX_CONTEXT}-`) };
}
