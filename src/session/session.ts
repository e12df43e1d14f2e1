import type { Client } from '../client/client.ts';
import type { Language } from '../i18n/translate.ts';
import { chooseContext, notSignedIn } from './choose-context.ts';
import { findToken } from './credentials.ts';
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
  const token =
    choice.kind === 'given'
      ? choice.token
      : findToken(configDir, choice.name, platformBase(choice.url).origin);
  if (token === undefined) throw notSignedIn();
  return createClient({ url: choice.url, token, language, ...(signal && { signal }) });
}
