import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedFailure } from '../command/operation.ts';

/** A token and the only origin it may be sent to. */
interface Credential {
  origin: string;
  token: string;
}

type Credentials = Record<string, Credential>;

export function credentialsPath(configDir: string): string {
  return join(configDir, 'credentials.json');
}

/** The token of a context, or undefined when it has none for this origin. */
export function findToken(configDir: string, context: string, origin: string): string | undefined {
  const credentials = readCredentials(credentialsPath(configDir));
  const credential = Object.hasOwn(credentials, context) ? credentials[context] : undefined;
  return credential?.origin === origin ? credential.token : undefined;
}

/** Keeps tokens by context: a 0600 file in a 0700 directory, replaced whole. */
export function keepTokens(configDir: string, tokens: Readonly<Credentials>): void {
  const path = credentialsPath(configDir);
  const credentials = { ...readCredentials(path), ...tokens };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  chmodSync(dirname(path), 0o700);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
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
