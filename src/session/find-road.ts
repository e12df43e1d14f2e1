import { isLoopback } from '../client/address.ts';
import type { Road } from '../client/road/road.ts';
import type { ContextSettings } from './context-settings.ts';

/** Where a value of the way to a platform comes from. */
export interface WayValue {
  value: string;
  source: 'environment' | 'file';
  /** The variable, or the key of the context. */
  from: string;
}

/** The authority and the proxy of a platform: the environment's, else the context's; a proxy also by the variables that other programs obey. */
export function wayTo(
  url: URL,
  context: Pick<ContextSettings, 'ca' | 'proxy'> | undefined,
  environment: NodeJS.ProcessEnv,
): { ca?: WayValue; proxy?: WayValue } {
  const given = (variables: readonly string[]): WayValue | undefined => {
    const from = variables.find((name) => environment[name]);
    return from === undefined ? undefined : { value: environment[from] ?? '', source: 'environment', from };
  };
  const kept = (key: 'ca' | 'proxy'): WayValue | undefined => {
    const value = context?.[key];
    return value === undefined ? undefined : { value, source: 'file', from: key };
  };
  const { protocol, hostname, port } = url;
  const ca = given(['DISTRICT_CA']) ?? kept('ca');
  const proxy = given(['DISTRICT_PROXY']) ?? kept('proxy') ?? given(['HTTPS_PROXY', 'https_proxy']);
  const goesDirect =
    protocol !== 'https:' || isLoopback(hostname) || isExempt(hostname, port || '443', environment);
  return { ...(ca && { ca }), ...(proxy && !goesDirect && { proxy }) };
}

/** The way as the client takes it, or undefined for the plain one. Throws an expected failure when a certificate is of no use. */
export async function findRoad(
  url: URL,
  context: Pick<ContextSettings, 'ca' | 'proxy'> | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<Road | undefined> {
  const { ca, proxy } = wayTo(url, context, environment);
  if (ca === undefined && proxy === undefined) return undefined;
  const { readCa } = await import('./private-ca.ts');
  return {
    ...(ca && { ca: readCa(ca.value, Date.now()) }),
    ...(proxy && { proxy: proxy.value }),
  };
}

/** NO_PROXY as curl and Node read it: names separated by commas, each for itself and what is below it, with a port if it names one. */
function isExempt(hostname: string, port: string, environment: NodeJS.ProcessEnv): boolean {
  const list = environment['NO_PROXY'] || environment['no_proxy'] || '';
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (only !== undefined && only !== port)) return false;
      return hostname === name || hostname.endsWith(`.${name}`);
    });
}
