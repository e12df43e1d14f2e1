import { chmodSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Role } from '@district/contract/vocabulary.ts';
import { ExpectedFailure } from '../command/operation.ts';
import { withLock } from './lock.ts';
import { replaceFile } from './replace-file.ts';

/** Who a token speaks for, as the platform said when it was given: shown, never relied on. */
export interface Holder {
  name: string;
  role: Role | null;
  /** Empty where it goes without saying, as in the sandbox. */
  region: string;
}

/** A token and the only origin it may be sent to. */
export interface Credential {
  origin: string;
  token: string;
  holder?: Holder;
  /** A person's session, or a token made for a script, which is not ended by signing out here. */
  kind?: 'session' | 'token';
  /** The instant it ends at the latest. */
  endsAt?: string;
}

/** What the file holds of a context: the token, or the word that it lies in the keyring of the system. */
type Kept = Omit<Credential, 'token'> & ({ token: string } | { store: 'keyring' });
type Credentials = Record<string, Kept>;

export type CredentialStore = 'file' | 'keyring';

export function credentialsPath(configDir: string): string {
  return join(configDir, 'credentials.json');
}

/** What is known of each context's token, without the token. */
export function listCredentials(configDir: string): Readonly<Record<string, Kept>> {
  return readCredentials(credentialsPath(configDir));
}

/** Where a context's token lies; the file where it has none. */
export function storeOf(configDir: string, context: string): CredentialStore {
  const kept = credentialOf(readCredentials(credentialsPath(configDir)), context);
  return kept && 'store' in kept ? kept.store : 'file';
}

/** The token of a context, or undefined when it has none for this origin. */
export async function findToken(
  configDir: string,
  context: string,
  origin: string,
): Promise<string | undefined> {
  const kept = credentialOf(readCredentials(credentialsPath(configDir)), context);
  if (kept?.origin !== origin) return undefined;
  if ('token' in kept) return kept.token;
  const { readSecret } = await import('./keyring.ts');
  return readSecret(context);
}

/** Keeps tokens by context. In the keyring first, where that is wanted: one that cannot be reached leaves everything as it was. */
export async function keepTokens(
  configDir: string,
  credentials: Readonly<Record<string, Credential>>,
  store: CredentialStore = 'file',
): Promise<void> {
  await change(configDir, async (all) => {
    for (const [context, { token, ...rest }] of Object.entries(credentials)) {
      if (store === 'keyring') {
        const { keepSecret } = await import('./keyring.ts');
        await keepSecret(context, token);
        all[context] = { ...rest, store };
      } else {
        await forgetSecretOf(all, context);
        all[context] = { ...rest, token };
      }
    }
  });
}

/** Forgets a context's token, wherever it lies; false when it had none. */
export async function forgetToken(configDir: string, context: string): Promise<boolean> {
  if (credentialOf(readCredentials(credentialsPath(configDir)), context) === undefined) return false;
  await change(configDir, async (all) => {
    await forgetSecretOf(all, context);
    delete all[context];
  });
  return true;
}

/** The token goes along when its context is called something else. */
export async function renameToken(configDir: string, from: string, to: string): Promise<void> {
  await change(configDir, async (all) => {
    const kept = credentialOf(all, from);
    if (kept === undefined) return;
    if ('store' in kept) {
      const { keepSecret, readSecret } = await import('./keyring.ts');
      const token = await readSecret(from);
      if (token !== undefined) await keepSecret(to, token);
      await forgetSecretOf(all, from);
    }
    all[to] = kept;
    delete all[from];
  });
}

async function forgetSecretOf(all: Credentials, context: string): Promise<void> {
  const kept = credentialOf(all, context);
  if (kept === undefined || 'token' in kept) return;
  const { forgetSecret } = await import('./keyring.ts');
  await forgetSecret(context);
}

function credentialOf(all: Credentials, context: string): Kept | undefined {
  return Object.hasOwn(all, context) ? all[context] : undefined;
}

/** One writer at a time, and the file replaced whole: two consoles that sign in at once lose nothing of each other's. */
async function change(configDir: string, work: (all: Credentials) => Promise<void>): Promise<void> {
  const path = credentialsPath(configDir);
  await withLock(`${path}.lock`, async () => {
    const all = readCredentials(path);
    await work(all);
    chmodSync(dirname(path), 0o700);
    replaceFile(path, `${JSON.stringify(all, null, 2)}\n`);
  });
}

function readCredentials(path: string): Credentials {
  let text: string;
  try {
    refuseExposed(path);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text) as Credentials;
  } catch (error) {
    throw new ExpectedFailure(
      {
        kind: 'credentials_unreadable',
        message: { en: `${path} is not JSON.`, zh: `${path} 不是 JSON。` },
        hint: { en: 'Remove it and sign in again.', zh: '请删除后重新登录。' },
        exit: 1,
      },
      { cause: error },
    );
  }
}

/** A token others could read may be in their hands already: say so rather than carry on. */
function refuseExposed(path: string): void {
  if ((statSync(path).mode & 0o077) === 0) return;
  throw new ExpectedFailure({
    kind: 'credentials_exposed',
    message: { en: `Other users can read ${path}.`, zh: `其他用户可以读取 ${path}。` },
    hint: {
      en: `Run chmod 600 ${path}, and have the tokens renewed.`,
      zh: `请运行 chmod 600 ${path},并更换令牌。`,
    },
    exit: 1,
  });
}
