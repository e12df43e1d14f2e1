import { DISTRICT_DIGITS, nextRegionPrefix, regionPrefix } from '@district/contract/region-code.ts';
import type { AuditEntry, BothWaysPage } from '@district/contract/types.ts';
import type { AuditOutcome, Role } from '@district/contract/vocabulary.ts';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import {
  type BothWaysWish,
  bothWaysPage,
  comparison,
  cursorInstant,
  cursorKey,
  type Reading,
  readDirection,
  readingOf,
  UUID,
} from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import type { AuditTable } from '../store/schema/audit.ts';
import { visible } from './chains.ts';
import { chainedDistricts } from './heads.ts';

export interface AuditQuery extends BothWaysWish {
  operator?: string | undefined;
  action?: string | undefined;
  object?: string | undefined;
  outcome?: AuditOutcome | undefined;
  ip?: string | undefined;
  region?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

type Row = Selectable<AuditTable> & { seq: number | null };

/** Newest first. Each chain gives its newest by index and the few are merged, so that a city's auditor waits no longer than a district's. */
export async function listAudit(
  { db }: Services,
  operator: Operator,
  query: AuditQuery,
): Promise<BothWaysPage<AuditEntry>> {
  const region = query.region === undefined ? undefined : readRegion(query.region);
  const chains = visible(await chainedDistricts(db), operator, region);
  const reading = readingOf('audit', query, 2);
  const matching = sql.join([...filters(query, region), ...beyond(reading), ...within(operator)], sql` and `);
  const limit = query.limit + 1;
  const way = sql.raw(readDirection(reading, 'desc'));
  const { rows } = await sql<Row>`
    select entry.* from unnest(${chains}::text[]) as chain (district)
    cross join lateral (
      select audit.*, audit_seals.seq from audit
      left join audit_seals on audit_seals.district = audit.district and audit_seals.entry_id = audit.id
      where audit.district = chain.district and ${matching}
      order by audit.at ${way}, audit.id ${way} limit ${limit}) as entry
    order by entry.at ${way}, entry.id ${way} limit ${limit}`.execute(db);
  return bothWaysPage(rows, reading, (row) => [row.at.toISOString(), row.id], entryOf);
}

export function readRegion(code: string): string {
  const prefix = regionPrefix(code);
  if (prefix !== undefined) return prefix;
  throw new ProblemError('invalid', `Not valid: region: ${code} is not a region code.`, {
    fields: [{ path: 'region', message: 'is not a region code' }],
  });
}

function filters(query: AuditQuery, region: string | undefined): RawBuilder<boolean>[] {
  const { operator, action, object, outcome, ip, from, to } = query;
  const predicates: RawBuilder<boolean>[] = [sql`true`];
  if (operator !== undefined)
    predicates.push(
      sql`audit.operator_id in (select ${operator} union all select id from operators where login = ${operator})`,
    );
  if (action !== undefined)
    predicates.push(sql`(audit.action = ${action} or starts_with(audit.action, ${`${action}.`}))`);
  if (object !== undefined) predicates.push(sql`audit.object = ${object}`);
  if (outcome !== undefined) predicates.push(sql`audit.outcome = ${outcome}`);
  if (ip !== undefined) predicates.push(sql`audit.address = ${ip}`);
  if (from !== undefined) predicates.push(sql`audit.at >= ${new Date(from)}`);
  if (to !== undefined) predicates.push(sql`audit.at < ${new Date(to)}`);
  if (region !== undefined) predicates.push(...byOperatorsOf(region));
  return predicates;
}

function beyond(reading: Reading): RawBuilder<boolean>[] {
  if (!reading.keys) return [];
  const [at, id] = [cursorInstant(reading.keys[0]), cursorKey(reading.keys[1], UUID)];
  return [sql`(audit.at, audit.id) ${comparison(reading, 'desc')} (${at}::timestamptz, ${id}::uuid)`];
}

/** An auditor of less than a district sees what its own people did. */
function within(operator: Operator): RawBuilder<boolean>[] {
  return byOperatorsOf(operator.region);
}

/** A district or more is a matter of chains alone. */
function byOperatorsOf(region: string): RawBuilder<boolean>[] {
  if (region.length <= DISTRICT_DIGITS) return [];
  return [sql`audit.operator_region >= ${region} and audit.operator_region < ${nextRegionPrefix(region)}`];
}

function entryOf(row: Row): AuditEntry {
  return {
    id: row.id,
    chain: row.district,
    seq: row.seq,
    at: row.at.toISOString(),
    operator:
      row.operator_id === null
        ? null
        : {
            id: row.operator_id,
            name: row.operator_name ?? row.operator_id,
            role: row.operator_role as Role | null,
            region: row.operator_region,
          },
    bearer: row.bearer_id,
    address: row.address,
    action: row.action,
    object: row.object,
    outcome: row.outcome,
    code: row.code,
    count: row.count,
    requestId: row.http_request_id,
    before: row.before as AuditEntry['before'],
    after: row.after as AuditEntry['after'],
  };
}
