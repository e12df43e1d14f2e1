import { DISTRICT_DIGITS, isWithin } from '@district/contract/region-code.ts';
import type { ApprovalSetting } from '@district/contract/types.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '@district/contract/vocabulary.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import { saveVersioned, type Versioned } from '../http/save-versioned.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { ApprovalSettingsTable } from '../store/schema/requests.ts';
import { APPROVAL_LIMITS } from './limits.ts';

export type SettingInput = Pick<ApprovalSetting, 'limit' | 'grantsItself' | 'decider'>;

/** How a district handles a kind: as it was set, else the preset, which never grants by itself. */
export async function settingOf(db: Reader, district: string, kind: ApprovalKind): Promise<ApprovalSetting> {
  const row = await db
    .selectFrom('approval_settings')
    .selectAll()
    .where('district', '=', district)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return settingFrom(kind, row);
}

export async function settingsOf(db: Reader, district: string): Promise<ApprovalSetting[]> {
  const rows = await db
    .selectFrom('approval_settings')
    .selectAll()
    .where('district', '=', district)
    .execute();
  return APPROVAL_KINDS.map((kind) =>
    settingFrom(
      kind,
      rows.find((row) => row.kind === kind),
    ),
  );
}

function settingFrom(kind: ApprovalKind, row: ApprovalSettingsTable | undefined): ApprovalSetting {
  if (!row) return { kind, limit: APPROVAL_LIMITS[kind], grantsItself: false, decider: 'centre', version: 0 };
  const limit = { limit: row.decide_limit, unit: row.decide_unit };
  return { kind, limit, grantsItself: row.grants_itself, decider: row.decider, version: row.version };
}

/** The district asked about: one's own, or the one named below one's city or province. */
export function settingsDistrict(services: Services, operator: Operator, named: string | undefined): string {
  const district = (named ?? operator.region).slice(0, DISTRICT_DIGITS);
  if (district.length < DISTRICT_DIGITS) {
    throw new ProblemError('invalid', 'Your area has several districts: name the one that is meant.', {
      fields: [{ path: 'district', message: 'is needed' }],
    });
  }
  const isThere = services.dictionaries.regions.has(`${district}000000`);
  if (!isThere || !isWithin(district, operator.region.slice(0, DISTRICT_DIGITS)))
    throw new ProblemError('not_found', `There is no district ${district} within your area: check the code.`);
  return district;
}

/** Sets one kind for a district, in the caller's transaction; what is open already keeps the date it was given. */
export async function setSetting(
  db: Writer,
  actor: Actor & { operator: Operator },
  district: string,
  kind: ApprovalKind,
  input: SettingInput,
  version: number | 'any',
): Promise<ApprovalSetting> {
  if (!rightsOf(actor.operator).setsApprovals)
    throw new ProblemError('forbidden', 'How approvals are handled is set by an administrator.', {
      reason: 'role',
    });
  const saved = await saveVersioned(db, settingAt(district, kind), version, () => ({
    decide_limit: input.limit.limit,
    decide_unit: input.limit.unit,
    grants_itself: input.grantsItself,
    decider: input.decider,
    set_by: actor.operator.name,
    set_at: actor.at,
  }));
  const before = settingFrom(kind, saved.before);
  const after = settingFrom(kind, saved.after);
  await appendAudit(db, actor, { district, action: 'approvals.set', object: kind, before, after });
  return after;
}

function settingAt(district: string, kind: ApprovalKind): Versioned<'approval_settings'> {
  return {
    table: 'approval_settings',
    key: { district, kind },
    name: `How ${district} handles ${kind}`,
    setBy: (row) => ({ by: row.set_by, at: row.set_at }),
  };
}
