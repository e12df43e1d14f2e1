import { createHash } from 'node:crypto';
import { IDEMPOTENCY_KEY_LENGTH_MAX } from '@district/contract/limits.ts';
import type { Context } from 'hono';
import type { Bearer } from '../access/bearers.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import type { Actor } from '../audit/append.ts';
import { takeTurns } from '../events/turn.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem.ts';

export interface Written {
  status: 200 | 201;
  body: unknown;
  /** The version for the ETag, where the answer is a versioned thing. */
  version?: number;
  /** Shown in this one answer and kept nowhere: a repeat gets the body as it is. */
  secret?: Record<string, unknown>;
}

type Work = (db: Writer, actor: Actor) => Promise<Written>;

/** Carries a dry run's answer out of the transaction that is rolled back. */
class DryRun extends Error {
  readonly written: Written;
  constructor(written: Written) {
    super('dry run');
    this.written = written;
  }
}

interface WriteOptions {
  dryRun?: boolean;
  /** Residents' forms may do without a key; operators' writes may not. */
  keyOptional?: boolean;
  /** The number of what is written to, where the address does not name it. */
  turnOf?: (db: Reader) => Promise<string | undefined>;
}

/**
 * Runs a write once: the change and the answer kept under its Idempotency-Key commit together, a repeat gets that answer again, and two
 * at the same time wait for each other. A refused write leaves nothing, so that it can be tried again with the same key.
 */
export async function write(
  c: Context<Environment>,
  work: Work,
  options: WriteOptions = {},
): Promise<Response> {
  const { services, requestId, address } = c.var;
  const operator = (c.var.operator as Operator | undefined) ?? null;
  const key = idempotencyKey(c, options.keyOptional ?? false);
  const bearer = (c.var.bearer as Bearer | undefined)?.id ?? null;
  const actor: Actor = { operator, bearer, address, requestId, at: services.clock.now() };
  if (options.dryRun) {
    const { secret: _rolledBack, ...written } = await dryRun(services.db, actor, work);
    return answer(c, written);
  }
  if (key === undefined) return answer(c, await services.db.transaction().execute((db) => work(db, actor)));

  const district = operator === null ? 'public' : districtOf(operator);
  const operatorId = operator?.id ?? 'public';
  const fingerprint = await fingerprintOf(c);
  const written = await services.db.transaction().execute(async (db): Promise<Written> => {
    const no = c.req.param('no') ?? (await options.turnOf?.(db));
    await takeTurns(db, no === undefined ? [] : [no]);
    const claimed = await db
      .insertInto('idempotency_keys')
      .values({
        district,
        operator_id: operatorId,
        key,
        fingerprint,
        status: 0,
        body: 'null',
        etag: null,
        created_at: actor.at,
      })
      .onConflict((conflict) => conflict.columns(['district', 'operator_id', 'key']).doNothing())
      .executeTakeFirst();
    const own = db
      .selectFrom('idempotency_keys')
      .where('district', '=', district)
      .where('operator_id', '=', operatorId)
      .where('key', '=', key);
    if (claimed.numInsertedOrUpdatedRows === 0n) {
      return replay(await own.selectAll().executeTakeFirstOrThrow(), fingerprint, key);
    }
    const fresh = await work(db, actor);
    await db
      .updateTable('idempotency_keys')
      .set({
        status: fresh.status,
        body: JSON.stringify(fresh.body),
        etag: fresh.version === undefined ? null : String(fresh.version),
      })
      .where('district', '=', district)
      .where('operator_id', '=', operatorId)
      .where('key', '=', key)
      .execute();
    return fresh;
  });
  return answer(c, written);
}

async function dryRun(
  db: Environment['Variables']['services']['db'],
  actor: Actor,
  work: Work,
): Promise<Written> {
  try {
    return await db.transaction().execute(async (transaction) => {
      throw new DryRun(await work(transaction, actor));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.written;
    throw error;
  }
}

function replay(
  kept: { fingerprint: string; status: number; body: unknown; etag: string | null },
  fingerprint: string,
  key: string,
): Written {
  if (kept.fingerprint !== fingerprint) {
    throw new ProblemError(
      'idempotency_conflict',
      `The Idempotency-Key ${key} was used for a different request: make a new one for this.`,
    );
  }
  return {
    status: kept.status as Written['status'],
    body: kept.body,
    ...(kept.etag === null ? {} : { version: Number(kept.etag) }),
  };
}

function answer(c: Context<Environment>, written: Written): Response {
  if (written.version !== undefined) c.header('ETag', `"${written.version}"`);
  const body = written.secret ? { ...(written.body as object), ...written.secret } : written.body;
  return c.json(body, written.status);
}

function idempotencyKey(c: Context<Environment>, optional: boolean): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined && optional) return undefined;
  if (key !== undefined && key.length > 0 && key.length <= IDEMPOTENCY_KEY_LENGTH_MAX) return key;
  throw new ProblemError(
    'idempotency_key_missing',
    `Send an Idempotency-Key header of 1 to ${IDEMPOTENCY_KEY_LENGTH_MAX} characters, a new one for each thing you do.`,
  );
}

async function fingerprintOf(c: Context<Environment>): Promise<string> {
  return createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${c.req.header('if-match') ?? ''}\n${await c.req.text()}`)
    .digest('hex');
}

/** The version a change is based on: `"7"`, `7`, `W/"7"` or `*`. */
export function ifMatch(c: Context<Environment>): number | 'any' {
  const header = c.req.header('if-match');
  if (header === undefined) {
    throw new ProblemError(
      'version_missing',
      'Send If-Match with the ETag you have seen, or * if any version will do.',
    );
  }
  if (header.trim() === '*') return 'any';
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new ProblemError('malformed', `If-Match ${header} is not an ETag of this platform, such as "7".`);
  return Number(version);
}
