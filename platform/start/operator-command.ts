import { join } from 'node:path';
import { parseUnit } from '@district/contract/assignee.ts';
import { TOKEN_DAYS_MAX } from '@district/contract/limits.ts';
import { regionPrefix } from '@district/contract/region-code.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { openBearer } from '../access/bearers.ts';
import { districtOf } from '../access/operator.ts';
import { PlatformError } from '../platform-error.ts';
import { ensureDictionaries } from '../sandbox/dictionaries.ts';
import { keySource } from '../sealing/key-source.ts';
import { openKeys } from '../sealing/open-keys.ts';
import { openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded/start.ts';
import { migrate } from '../store/migrate.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { reporting } from './report.ts';

interface Flags {
  name: string;
  role: Role;
  region: string;
  unit?: string;
  login?: string;
  dataHome: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** Adds an operator and prints its token: the only time it is seen. */
export function operatorCommand(flags: Flags): Promise<void> {
  return reporting(async () => {
    const operator = operatorOf(flags);
    const databaseUrl = process.env['DATABASE_URL'];
    const embedded =
      databaseUrl === undefined
        ? await startEmbedded({ dataHome: join(flags.dataHome, 'platform') })
        : undefined;
    const { db, close } = openDatabase(embedded?.connection ?? { connectionString: databaseUrl as string });
    try {
      await migrate(db, await openKeys(db, keySource(process.env, flags.dataHome, false)));
      await ensureDictionaries(db);
      const at = new Date();
      const expiresAt = new Date(at.valueOf() + TOKEN_DAYS_MAX * DAY_MS);
      const { token } = await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('operators').values(operator).execute();
        return openBearer(transaction, { operator, kind: 'token', name: 'district-platform', at, expiresAt });
      });
      process.stdout.write(`${token}\n`);
    } finally {
      await close();
      await embedded?.stop();
    }
  });
}

function operatorOf({ name, role, region, unit, login }: Flags) {
  const prefix = regionPrefix(region);
  if (prefix === undefined) {
    throw new PlatformError(
      'usage',
      `--region ${region} is not a region code.`,
      'Write a province, city, district, street or community code, such as 320302.',
    );
  }
  if (unit !== undefined && !parseUnit(unit)) {
    throw new PlatformError(
      'usage',
      `--unit ${unit} is not a unit.`,
      'Write agency:<id>, street:<code> or community:<code>.',
    );
  }
  return {
    district: districtOf({ region: prefix }),
    id: uuidV7(new Date(), Math.random),
    name,
    role,
    region: prefix,
    unit: unit ?? null,
    login: login?.toLowerCase() ?? null,
  };
}
