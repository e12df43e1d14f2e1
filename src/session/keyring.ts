import { ExpectedFailure } from '../command/operation.ts';

/** Under which the keyring files our secrets; the account is the context's name. */
const SERVICE = 'district-console';

/**
 * The keyring of the system. On Linux the Secret Service and nothing else: the kernel's own keyring, which the library would fall back
 * to, forgets when the machine restarts.
 */
async function entryOf(context: string) {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry(SERVICE, context, { linux: { store: 'secret-service' } });
}

/** Throws an expected failure, as all of these do, when no keyring can be reached. */
export function readSecret(context: string): Promise<string | undefined> {
  return reach(async () => (await (await entryOf(context)).getPassword()) ?? undefined);
}

export function keepSecret(context: string, secret: string): Promise<void> {
  return reach(async () => (await entryOf(context)).setPassword(secret));
}

export async function forgetSecret(context: string): Promise<void> {
  await reach(async () => (await entryOf(context)).deleteCredential());
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ExpectedFailure(
      {
        kind: 'keyring_unreachable',
        message: {
          en: 'No keyring can be reached here, as is usual over SSH.',
          zh: '这里用不了系统的钥匙串,通过 SSH 登录时常常如此。',
        },
        hint: {
          en: 'Keep tokens in a file that only you can read: district config set credentialStore file, then district login.',
          zh: '可改存在只有本人能读的文件里:district config set credentialStore file,再 district login。',
        },
        exit: 1,
      },
      { cause },
    );
  }
}
