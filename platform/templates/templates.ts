import { TEMPLATES_MAX } from '@district/contract/limits.ts';
import { CITY_DIGITS, DISTRICT_DIGITS, PROVINCE_DIGITS } from '@district/contract/region-code.ts';
import type { ReplyTemplate, SaveTemplate } from '@district/contract/types.ts';
import { districtOf, type Operator, rightsOf } from '../access/operator.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import { ProblemError } from '../http/problem.ts';
import { changedBetween, saveVersioned, type Versioned } from '../http/save-versioned.ts';
import type { Reader, Writer } from '../store/database.ts';
import type { ReplyTemplateRow } from '../store/schema/templates.ts';

type By = Actor & { operator: Operator };

/** Those of the operator's own area and of each level above it. */
export function listTemplates(db: Reader, operator: Operator): Promise<ReplyTemplateRow[]> {
  const levels = [PROVINCE_DIGITS, CITY_DIGITS, DISTRICT_DIGITS].map((digits) =>
    operator.region.slice(0, digits),
  );
  return db
    .selectFrom('reply_templates')
    .selectAll()
    .where('district', 'in', [...new Set(levels)])
    .orderBy('name')
    .orderBy('district')
    .execute();
}

/** Keeps a text under a name in the operator's own area; the centre's business, since everybody there will say it. */
export async function saveTemplate(
  db: Writer,
  actor: By,
  name: string,
  { field, text }: SaveTemplate,
  version: number | 'any',
): Promise<ReplyTemplateRow> {
  requireCentre(actor.operator);
  const { before, after } = await saveVersioned(
    db,
    templateAt(actor.operator, name),
    version,
    async (present) => {
      if (present === undefined) await checkRoom(db, actor.operator);
      return { field, text, by_name: actor.operator.name, at: actor.at };
    },
  );
  await appendAudit(db, actor, {
    district: after.district,
    action: 'templates.save',
    object: name,
    before: before && { version: before.version },
    after: { version: after.version },
  });
  return after;
}

export async function removeTemplate(
  db: Writer,
  actor: By,
  name: string,
  version: number | 'any',
): Promise<ReplyTemplateRow> {
  requireCentre(actor.operator);
  const row = await lockTemplate(db, actor.operator, name);
  if (row === undefined)
    throw new ProblemError('not_found', `Your area keeps no template ${name}: look at the list.`);
  if (version !== 'any' && version !== row.version)
    throw changedBetween(templateAt(actor.operator, name), row);
  await db
    .deleteFrom('reply_templates')
    .where('district', '=', row.district)
    .where('name', '=', name)
    .execute();
  await appendAudit(db, actor, {
    district: row.district,
    action: 'templates.remove',
    object: name,
    before: { version: row.version },
  });
  return row;
}

function requireCentre(operator: Operator): void {
  if (rightsOf(operator).parties.includes('centre')) return;
  throw new ProblemError('forbidden', 'Templates are kept by the centre: ask it for one.', {
    reason: 'role',
  });
}

function templateAt(operator: Operator, name: string): Versioned<'reply_templates'> {
  return {
    table: 'reply_templates',
    key: { district: districtOf(operator), name },
    name: `The template ${name}`,
    setBy: (row) => ({ by: row.by_name, at: row.at }),
  };
}

function lockTemplate(db: Writer, operator: Operator, name: string): Promise<ReplyTemplateRow | undefined> {
  return db
    .selectFrom('reply_templates')
    .selectAll()
    .where('district', '=', districtOf(operator))
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();
}

async function checkRoom(db: Writer, operator: Operator): Promise<void> {
  const { count } = await db
    .selectFrom('reply_templates')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('district', '=', districtOf(operator))
    .executeTakeFirstOrThrow();
  if (count < TEMPLATES_MAX) return;
  const message = `there are ${TEMPLATES_MAX} already; remove one first`;
  throw new ProblemError('invalid', `Not kept: ${message}.`, { fields: [{ path: 'name', message }] });
}

export function templateOf(row: ReplyTemplateRow): ReplyTemplate {
  return {
    name: row.name,
    field: row.field,
    text: row.text,
    region: row.district,
    by: row.by_name,
    at: row.at.toISOString(),
    version: row.version,
  };
}
