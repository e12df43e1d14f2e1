import { findPlaces } from '../session/places.ts';
import { readSettings } from '../session/settings.ts';

const SANDBOX_CONTEXT = 'sandbox';

export interface NamedContext {
  name: string;
  /** It lives in the sandbox, which may have to be started first. */
  isSandbox: boolean;
}

/** What the console calls the platform it works against, by the same order of wishes as the shell. */
export function nameContext(flag: string | undefined, environment: NodeJS.ProcessEnv): NamedContext {
  const url = environment['DISTRICT_URL'];
  if (flag === undefined && url) return { name: new URL(url).host, isSandbox: false };
  const { currentContext } = readSettings(findPlaces(environment).configDir);
  const name = flag ?? (environment['DISTRICT_CONTEXT'] || currentContext) ?? SANDBOX_CONTEXT;
  return { name, isSandbox: name === SANDBOX_CONTEXT || name.startsWith(`${SANDBOX_CONTEXT}-`) };
}
