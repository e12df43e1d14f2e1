import { randomInt } from 'node:crypto';
import { LOGIN, LOGIN_LENGTH_MAX, LOGIN_LENGTH_MIN } from '@district/contract/posts.ts';
import { betterAuth } from 'better-auth';
import { deviceAuthorization } from 'better-auth/plugins/device-authorization';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import {
  DEVICE_CODE_LIFETIME_SECONDS,
  DEVICE_POLLING_INTERVAL_SECONDS,
  PAGE_SESSION_LIFETIME_SECONDS,
  RECOVERY_CODES,
  SECOND_STEP_LIFETIME_SECONDS,
  USER_CODE_LENGTH,
  USER_CODE_LETTERS,
} from '../http/limits.ts';
import type { Database } from '../store/database.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from './password-rules.ts';
import { RECOVERY_GROUP_LENGTH, writtenDown } from './written-down.ts';

export interface AuthOptions {
  db: Database;
  /** Signs the pages' cookies and encrypts the secrets of one-time codes. */
  secret: string;
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** Under which the pages hand the client's address on; a client's own headers never get here. */
export const ADDRESS_HEADER = 'x-district-address';

/** Made of cookies' names, so that two platforms on one host (other ports) do at least not mix with other programs' cookies. */
const COOKIE_PREFIX = 'district';

/**
 * better-auth over our tables: it knows names, passwords, one-time codes, device codes and the pages' short sessions, and nothing of
 * roles or bearers. Its user is the operator, found by login: it wants an e-mail address and a name as well, and gets the id and the login.
 * Its routes are not served; only the functions of `api` are called. It goes by the machine's clock, as one-time codes have to.
 */
export function openAuth({ db, secret, hash, verify }: AuthOptions) {
  return betterAuth({
    appName: 'District',
    baseURL: 'http://district.invalid',
    secret,
    database: { db, type: 'postgres' },
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    user: {
      modelName: 'operators',
      fields: { name: 'login', email: 'id', updatedAt: 'sign_in_changed_at' },
    },
    account: {
      modelName: 'passwords',
      fields: {
        userId: 'id',
        accountId: 'id',
        providerId: 'provider',
        password: 'hash',
        createdAt: 'created_at',
        updatedAt: 'set_at',
      },
    },
    session: {
      modelName: 'page_sessions',
      expiresIn: PAGE_SESSION_LIFETIME_SECONDS,
      updateAge: PAGE_SESSION_LIFETIME_SECONDS / 10,
      fields: {
        userId: 'operator_id',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        expiresAt: 'expires_at',
        ipAddress: 'address',
        userAgent: 'agent',
      },
    },
    verification: {
      modelName: 'sign_in_steps',
      fields: { createdAt: 'created_at', updatedAt: 'updated_at', expiresAt: 'expires_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
      password: { hash, verify: ({ password, hash: kept }) => verify(password, kept) },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: LOGIN_LENGTH_MIN,
        maxUsernameLength: LOGIN_LENGTH_MAX,
        usernameValidator: (name) => LOGIN.test(name),
        schema: { user: { fields: { username: 'login' } } },
      }),
      twoFactor({
        issuer: 'District',
        twoFactorTable: 'one_time_codes',
        twoFactorCookieMaxAge: SECOND_STEP_LIFETIME_SECONDS,
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'one_time_codes' } },
          twoFactor: {
            modelName: 'one_time_codes',
            fields: {
              userId: 'operator_id',
              backupCodes: 'recovery_codes',
              failedVerificationCount: 'failures',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      deviceAuthorization({
        expiresIn: `${DEVICE_CODE_LIFETIME_SECONDS}s`,
        interval: `${DEVICE_POLLING_INTERVAL_SECONDS}s`,
        generateUserCode: newUserCode,
        schema: {
          deviceCode: {
            modelName: 'device_codes',
            fields: {
              deviceCode: 'device_code',
              userCode: 'user_code',
              userId: 'operator_id',
              expiresAt: 'expires_at',
              lastPolledAt: 'last_polled_at',
              pollingInterval: 'polling_interval',
              clientId: 'client_id',
            },
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** 49 bits each. */
function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => writtenDown(2, RECOVERY_GROUP_LENGTH));
}

function newUserCode(): string {
  const letters = Array.from(
    { length: USER_CODE_LENGTH },
    () => USER_CODE_LETTERS[randomInt(USER_CODE_LETTERS.length)],
  );
  return letters.join('');
}
