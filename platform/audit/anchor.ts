import { type Selectable, sql } from 'kysely';
import type { Reader } from '../store/database.ts';
import type { AuditAnchorsTable } from '../store/schema/audit.ts';

/** Where a chain begins since its oldest entries were deleted; undefined while it stands from its first. */
export async function latestAnchor(
  db: Reader,
  district: string,
): Promise<Selectable<AuditAnchorsTable> | undefined> {
  return db
    .selectFrom('audit_anchors')
    .selectAll()
    .where('district', '=', district)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
