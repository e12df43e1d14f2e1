import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';
import { EmbeddedError } from '../../../platform/store/embedded/errors.ts';
import { homeOf } from '../../../platform/store/embedded/place.ts';
import type { EmbeddedConnection } from '../../../platform/store/embedded/start.ts';

/** Each test starts PostgreSQL a few times: 2 s on two free cores, several times that on a busy machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A data home of its own for one test, and what to call afterwards. As root its files lie elsewhere: see `home`. */
export async function temporaryDataHome() {
  const dataHome = await mkdtemp(join(tmpdir(), 'embedded-'));
  const home = homeOf(dataHome);
  const remove = async () => {
    await rm(home, { recursive: true, force: true });
    await rm(dataHome, { recursive: true, force: true });
  };
  return { dataHome, home, remove };
}

export async function query(connection: EmbeddedConnection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The EmbeddedError that `attempt` fails with. */
export async function failureOf(attempt: Promise<unknown>): Promise<EmbeddedError> {
  const error = await attempt.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof EmbeddedError) return error;
  throw error;
}
