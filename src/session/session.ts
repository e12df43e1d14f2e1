import type { Client } from '../client/client.ts';
import type { Language } from '../i18n/translate.ts';
import { chooseContext, notSignedIn } from './choose-context.ts';
import { findToken } from './credentials.ts';
import { findRoad } from './find-road.ts';
import { findPlaces } from './places.ts';
import { readSettings } from './settings.ts';

export interface SessionOptions {
  /** The --context flag. */
  context?: string | undefined;
  language: Language;
  signal?: AbortSignal;
  environment?: NodeJS.ProcessEnv;
}

/** A client of the chosen platform, signed in. Throws an expected failure when nothing is chosen or nobody is signed in. */
export async function openSession(options: SessionOptions): Promise<Client> {
  const { context, language, signal, environment = process.env } = options;
  const { configDir } = findPlaces(environment);
  const choice = chooseContext({ flag: context, environment, settings: readSettings(configDir) });
  const { createClient } = await import('../client/create-client.ts');
  const { platformBase } = await import('../client/address.ts');
  const [url, place] = choice.kind === 'given' ? [choice.url] : [choice.context.url, choice.context];
  const base = platformBase(url);
  const token = choice.kind === 'given' ? choice.token : await findToken(configDir, choice.name, base.origin);
  if (token === undefined) throw notSignedIn();
  const road = await findRoad(base, place, environment);
  return createClient({ url, token, language, ...(road && { road }), ...(signal && { signal }) });
}
