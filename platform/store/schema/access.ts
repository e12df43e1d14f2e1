import type { BearerKind, Role, Scope } from '@district/contract/vocabulary.ts';
import type { ColumnType, Generated, Selectable } from 'kysely';

export interface OperatorsTable {
  /** The operator's own subtree, shortest prefix: `3203`, `320302`, `320302003`. */
  district: string;
  id: string;
  name: string;
  /** Null until a security officer has given one: no rights at all. */
  role: Role | null;
  region: string;
  /** `agency:urban_management`, `street:…`; null at the centre. */
  unit: string | null;
  /** Lower case; null for those who never sign in by page. */
  login: ColumnType<string | null, string | null | undefined, string | null>;
  disabled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  version: Generated<number>;
  /** A code of the phone is asked for after the password. */
  one_time_codes: Generated<boolean>;
  sign_in_changed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface TokensTable {
  district: string;
  id: string;
  /** SHA-256 of the token, hex: the token itself is nowhere in the database. */
  hash: string;
  operator_id: string;
  kind: BearerKind;
  /** What a script's token is for, in its owner's words. */
  name: string | null;
  /** Null: whatever the operator may. */
  scopes: Scope[] | null;
  created_at: Date;
  /** To the minute; null until it was used. */
  used_at: Date | null;
  expires_at: Date | null;
  ended_at: Date | null;
  /** Where it was opened from. */
  address: string | null;
  agent: string | null;
}

/** The row's id is the operator's: better-auth knows an account with a password by that. */
export interface PasswordsTable {
  id: string;
  provider: ColumnType<string, string | undefined, never>;
  hash: string;
  /** Set by somebody else: its owner has to choose another at the first sign-in. */
  initial: boolean;
  created_at: Date;
  set_at: Date;
}

/** Written by better-auth, in the machine's time. */
export interface PageSessionsTable {
  id: string;
  token: string;
  operator_id: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  address: string | null;
  agent: string | null;
}

/** Written by better-auth: a password was right and a one-time code is waited for. */
export interface SignInStepsTable {
  id: string;
  identifier: string;
  value: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
}

/** Written by better-auth, which encrypts both secrets. */
export interface OneTimeCodesTable {
  id: string;
  operator_id: string;
  secret: string;
  recovery_codes: string;
  verified: boolean;
  failures: number;
  locked_until: Date | null;
}

export interface DeviceCodesTable {
  id: string;
  /** SHA-256 of the code that the program holds, hex. */
  device_code: string;
  user_code: string;
  operator_id: ColumnType<string | null, string | null | undefined, string | null>;
  status: string;
  client_id: string | null;
  scope: ColumnType<string | null, string | null | undefined, string | null>;
  last_polled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  polling_interval: ColumnType<number | null, number | null | undefined, number | null>;
  expires_at: Date;
  /** Who asks, for the person to recognise: when, from where, with what program. */
  asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  address: ColumnType<string | null, string | null | undefined, string | null>;
  agent: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface AttemptsTable {
  subject: string;
  key: string;
  failures: number;
  last_at: Date;
  blocked_until: Date | null;
}

export interface FamiliarAddressesTable {
  operator_id: string;
  address: string;
  seen_at: Date;
}

export type OperatorRow = Selectable<OperatorsTable>;
