import { TOKEN_DAYS_MAX } from '@district/contract/limits.ts';
import { LOGIN } from '@district/contract/posts.ts';
import { regionPrefix } from '@district/contract/region-code.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { openBearer } from '../access/bearers.ts';
import { districtOf, operatorFrom } from '../access/operator.ts';
import { postOf } from '../access/post.ts';
import { appendAudit } from '../audit/append.ts';
import { PlatformError } from '../platform-error.ts';
import { ensureDictionaries } from '../sandbox/dictionaries.ts';
import { normalLogin } from '../sign-in/login.ts';
import { makeInitialPassword, resetOneTimeCodes, setInitialPassword, unlock } from '../sign-in/manage.ts';
import type { Database } from '../store/database.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { platformSecret } from './home.ts';
import { withDatabase } from './with-database.ts';

interface Flags {
  name: string;
  role: Role;
  region: string;
  unit?: string;
  login?: string;
  dataHome: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** Adds an operator and prints what it gets in with, the only time it is seen: an initial password with a login, else a token. */
export function operatorCommand(flags: Flags): Promise<void> {
  return withDatabase(flags, async (db) => {
    await ensureDictionaries(db);
    const operator = operatorOf(flags);
    if (operator.login !== null) await refuseTaken(db, operator.login);
    const at = new Date();
    const initial = operator.login === null ? undefined : await makeInitialPassword();
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('operators').values(operator).execute();
      if (initial) {
        await setInitialPassword(transaction, operator.id, initial.hash, at);
        return say(initial.password);
      }
      const expiresAt = new Date(at.valueOf() + TOKEN_DAYS_MAX * DAY_MS);
      const name = 'district-platform';
      say((await openBearer(transaction, { operator, kind: 'token', name, at, expiresAt })).token);
    });
  });
}

/** For whoever has lost password and phone and has no security officer at hand: a new initial password, one-time codes off, unlocked. */
export function resetOperatorCommand(typed: string, flags: { dataHome: string }): Promise<void> {
  return withDatabase(flags, async (db) => {
    const login = normalLogin(typed);
    const found = await db.selectFrom('operators').selectAll().where('login', '=', login).executeTakeFirst();
    if (found === undefined)
      throw new PlatformError(
        'usage',
        `Nobody signs in as ${login}.`,
        'Check the name: district operators list.',
      );
    const secret = await platformSecret(flags.dataHome, process.env['DISTRICT_SECRET']);
    const { password, hash } = await makeInitialPassword();
    const at = new Date();
    const operator = operatorFrom(found);
    await db.transaction().execute(async (transaction) => {
      await setInitialPassword(transaction, found.id, hash, at);
      await resetOneTimeCodes(transaction, found.id);
      await unlock(transaction, secret, login);
      await appendAudit(
        transaction,
        { operator: null, address: null, requestId: 'district-platform', at },
        { district: districtOf(operator), action: 'operators.reset', object: found.id },
      );
    });
    say(password);
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function refuseTaken(db: Database, login: string): Promise<void> {
  if (!LOGIN.test(login)) {
    throw new PlatformError(
      'usage',
      `--login ${login} is not a name to sign in with.`,
      'Write 2 to 32 small letters, digits, dots, dashes or underscores, a letter first.',
    );
  }
  const taken = await db.selectFrom('operators').select('id').where('login', '=', login).executeTakeFirst();
  if (taken) {
    throw new PlatformError(
      'usage',
      `Somebody signs in as ${login} already.`,
      `Choose another, or give them a new password: district-platform operator-reset ${login}.`,
    );
  }
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
  const post = postOf(role, prefix, unit);
  if ('message' in post) {
    throw new PlatformError('usage', `--${post.path} ${post.message}.`, 'See --help.');
  }
  return {
    district: districtOf({ region: prefix }),
    id: uuidV7(new Date(), Math.random),
    name,
    ...post,
    login: login === undefined ? null : normalLogin(login),
  };
}
