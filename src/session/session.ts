import type { Operator } from '@district/contract/types.ts';
import type { Client } from '../client/client.ts';
import type { Language } from '../i18n/translate.ts';
import { type ContextChoice, chooseContext, notSignedIn } from './choose-context.ts';
import { findToken } from './credentials.ts';
import type { ShownCode } from './device-sign-in.ts';
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
  const { choice, configDir, origin, connect } = await chosenPlatform(options);
  const token = choice.kind === 'given' ? choice.token : await findToken(configDir, choice.name, origin);
  if (token === undefined) throw notSignedIn();
  return connect(token);
}

/** Signs in to the chosen platform anew, with a code that is yielded; keeps the token where the last one was kept, that of the environment nowhere. */
export async function* reopenSession(
  options: SessionOptions & { signal: AbortSignal },
): AsyncGenerator<ShownCode, { client: Client; me: Operator }> {
  const { choice, configDir, origin, connect } = await chosenPlatform(options);
  const { setTimeout: delay } = await import('node:timers/promises');
  const { signInByDevice } = await import('./device-sign-in.ts');
  const { signal } = options;
  const pause = (ms: number) => delay(ms, undefined, { signal }).catch(() => {});
  const token = yield* signInByDevice(connect(), { signal, nowMs: Date.now, pause });
  const client = connect(token);
  const me = await client.me();
  if (choice.kind === 'named') {
    const { holderOf } = await import('./keep-sign-in.ts');
    const { keepTokens, storeOf } = await import('./credentials.ts');
    const credential = { origin, token, holder: holderOf(me), kind: 'session' } as const;
    await keepTokens(configDir, { [choice.name]: credential }, storeOf(configDir, choice.name));
  }
  return { client, me };
}

interface ChosenPlatform {
  choice: ContextChoice;
  configDir: string;
  origin: string;
  connect: (token?: string) => Client;
}

async function chosenPlatform(options: SessionOptions): Promise<ChosenPlatform> {
  const { context, language, signal, environment = process.env } = options;
  const { configDir } = findPlaces(environment);
  const choice = chooseContext({ flag: context, environment, settings: readSettings(configDir) });
  const { createClient } = await import('../client/create-client.ts');
  const { platformBase } = await import('../client/address.ts');
  const [url, place] = choice.kind === 'given' ? [choice.url] : [choice.context.url, choice.context];
  const base = platformBase(url);
  const road = await findRoad(base, place, environment);
  return {
    choice,
    configDir,
    origin: base.origin,
    connect: (token) =>
      createClient({
        url,
        language,
        ...(token !== undefined && { token }),
        ...(road && { road }),
        ...(signal && { signal }),
      }),
  };
}
