import type { Operator } from '@district/contract/types.ts';
import { requireContextName } from './check-context.ts';
import type { ContextSettings } from './context-settings.ts';
import { type Credential, type CredentialStore, type Holder, keepTokens } from './credentials.ts';
import type { Settings } from './setting-checks.ts';
import { changeSettings } from './settings.ts';

export function holderOf({ name, role, region }: Operator): Holder {
  return { name, role, region: region.name };
}

/**
 * What a sign-in to `url` is kept under: the name wished for, else the context there is for that address, else one made from the host.
 * Throws a usage failure when the name cannot be.
 */
export function contextFor(url: string, wish: string | undefined, { contexts = {} }: Settings): string {
  if (wish !== undefined) {
    if (!Object.hasOwn(contexts, wish)) requireContextName(wish);
    return wish;
  }
  const there = Object.keys(contexts).find((name) => contexts[name]?.url === url);
  if (there !== undefined) return there;
  const { host } = new URL(url);
  const name = host.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-._]+/, '');
  requireContextName(name);
  return name;
}

/** Keeps a token and the context it is for. The token first: where it cannot be kept, no context claims to be signed in. */
export async function keepSignIn(
  configDir: string,
  name: string,
  context: ContextSettings,
  { credential, store, current }: { credential: Credential; store: CredentialStore; current: boolean },
): Promise<void> {
  await keepTokens(configDir, { [name]: credential }, store);
  await changeSettings(configDir, (settings) => ({
    ...settings,
    contexts: { ...settings.contexts, [name]: context },
    ...(current && { currentContext: name }),
  }));
}
