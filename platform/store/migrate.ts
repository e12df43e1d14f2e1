import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { PlatformError } from '../platform-error.ts';
import type { Keys } from '../sealing/keys.ts';
import type { Database } from './database.ts';
import * as first from './migrations/0001-first.ts';
import * as notices from './migrations/0002-notices.ts';
import * as progress from './migrations/0003-progress.ts';
import * as access from './migrations/0004-access.ts';
import * as signIn from './migrations/0005-sign-in.ts';
import * as audit from './migrations/0006-audit.ts';
import { sealRequests } from './migrations/0007-privacy.ts';
import * as calendar from './migrations/0008-calendar.ts';
import * as approvals from './migrations/0009-approvals.ts';
import * as finding from './migrations/0010-finding.ts';
import * as triage from './migrations/0011-triage.ts';
import * as attachments from './migrations/0012-attachments.ts';
import * as templates from './migrations/0013-templates.ts';
import * as figures from './migrations/0014-figures.ts';
import * as rectification from './migrations/0015-rectification.ts';
import * as duty from './migrations/0016-duty.ts';
import * as rules from './migrations/0017-rules.ts';
import * as waiting from './migrations/0018-waiting.ts';
import * as pauses from './migrations/0019-pauses.ts';
import * as waitingReminders from './migrations/0020-waiting-reminders.ts';

function migrationsWith(keys: Keys) {
  return {
    '0001-first': first,
    '0002-notices': notices,
    '0003-progress': progress,
    '0004-access': access,
    '0005-sign-in': signIn,
    '0006-audit': audit,
    '0007-privacy': sealRequests(keys.current()),
    '0008-calendar': calendar,
    '0009-approvals': approvals,
    '0010-finding': finding,
    '0011-triage': triage,
    '0012-attachments': attachments,
    '0013-templates': templates,
    '0014-figures': figures,
    '0015-rectification': rectification,
    '0016-duty': duty,
    '0017-rules': rules,
    '0018-waiting': waiting,
    '0019-pauses': pauses,
    '0020-waiting-reminders': waitingReminders,
  };
}

/**
 * Brings the schema up to date; personal data that are found in the clear are sealed with the keys. Fails with `data_newer` when the
 * database knows a migration that this version does not.
 */
export async function migrate(db: Database, keys: Keys): Promise<void> {
  const migrations = migrationsWith(keys);
  const unknown = await unknownMigration(db, migrations);
  if (unknown !== undefined) {
    throw new PlatformError(
      'data_newer',
      `The database was written by a newer version of the platform (migration ${unknown}).`,
      'Install that version or a later one, or restore a backup made with this one.',
    );
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    // Numbers are given when work begins: one that is finished later may have the lower number.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function unknownMigration(db: Database, migrations: object): Promise<string | undefined> {
  const { rows } = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!rows[0]?.found) return undefined;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return applied.rows.find((row) => !Object.hasOwn(migrations, row.name))?.name;
}
