import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSigningKey } from '../audit/signer.ts';
import { EmbeddedError } from '../store/embedded/errors.ts';

const SECRET_BYTES = 32;

/** The sandbox's secret, made once: its tokens are derived from it and so outlive a restart. */
export async function sandboxSecret(home: string): Promise<string> {
  return keptIn(home, 'sandbox-secret', () => randomBytes(SECRET_BYTES).toString('base64url'));
}

/** A platform's secret, made once: it signs the cookies of its pages. Platforms that share a database share DISTRICT_SECRET. */
export async function platformSecret(home: string, given: string | undefined): Promise<string> {
  return given ?? keptIn(home, 'platform-secret', () => randomBytes(SECRET_BYTES).toString('base64url'));
}

/** The platform's own key, made once (PKCS #8, PEM): what it signs, a forger of the database alone cannot make. */
export async function auditKey(home: string): Promise<string> {
  return keptIn(home, 'audit-key', newSigningKey);
}

/** The port a sandbox had last, so that an open console finds it again; 0 when it had none. */
export async function rememberedPort(home: string): Promise<number> {
  const text = await readFile(join(home, 'sandbox-port'), 'utf8').catch(() => '0');
  return Number(text) || 0;
}

export async function rememberPort(home: string, port: number): Promise<void> {
  await writeFile(join(home, 'sandbox-port'), String(port), { mode: 0o600 });
}

async function keptIn(home: string, name: string, make: () => string): Promise<string> {
  const file = join(home, name);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await writeFile(file, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw notWritable(home, error as NodeJS.ErrnoException);
  }
  return (await readFile(file, 'utf8')).trim();
}

function notWritable(home: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOSPC') {
    return new EmbeddedError(
      'disk_full',
      `The disk that holds ${home} is full.`,
      'Free some space, then start again: nothing was lost.',
    );
  }
  return new EmbeddedError(
    'data_not_writable',
    `The data home ${home} cannot be written (${error.code ?? error.message}).`,
    'Set DISTRICT_DATA_HOME to a directory of yours, or mend its permissions.',
  );
}
