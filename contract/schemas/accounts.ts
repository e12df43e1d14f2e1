import * as z from 'zod';
import { ACCOUNT_NAME_LENGTH_MAX, SEARCH_LENGTH_MAX } from '../limits.ts';
import { LOGIN, OPERATOR_ACTIONS, OPERATOR_CLOSED_REASONS } from '../posts.ts';
import { ROLES, SCOPES } from '../vocabulary.ts';
import {
  BothWaysQuery,
  bothWaysPageOf,
  Instant,
  PageQuery,
  pageOf,
  RegionCode,
  UnitRef,
  UnitText,
} from './fields.ts';

export const OperatorId = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .meta({ description: 'The id, or the name to sign in with.' });

export const Login = z.string().regex(LOGIN).meta({
  id: 'Login',
  description: 'The name to sign in with: lower case, one person’s on the whole platform.',
});

/** PostgreSQL takes no NUL in text. */
const NO_NUL = /^[^\0]*$/;

const AccountName = z.string().trim().min(1).max(ACCOUNT_NAME_LENGTH_MAX);

export const Account = z
  .object({
    id: z.string(),
    name: z.string(),
    login: z.string().nullable(),
    role: z.enum(ROLES).nullable(),
    region: z.object({ code: RegionCode, name: z.string() }),
    unit: UnitRef.nullable(),
    disabledAt: Instant.nullable(),
    version: z.number().int().positive(),
    actions: z.array(z.enum(OPERATOR_ACTIONS)).meta({ description: 'Open to the operator who asks.' }),
  })
  .meta({ id: 'Account', description: 'An operator as those see it who manage accounts.' });
export const AccountPage = bothWaysPageOf(Account, 'AccountPage');

export const AccountDetail = Account.extend({
  closedActions: z.array(
    z.object({ action: z.enum(OPERATOR_ACTIONS), reason: z.enum(OPERATOR_CLOSED_REASONS) }),
  ),
  sessions: z.number().int().meta({ description: 'Open sessions.' }),
  tokens: z.number().int().meta({ description: 'Scripts’ tokens that have not ended.' }),
}).meta({ id: 'AccountDetail' });

export const ChangedAccount = AccountDetail.extend({
  initialPassword: z.string().nullable().meta({
    description:
      'Of `reset_password`, seen this once; null when the same write is repeated, and in a dry run.',
  }),
}).meta({ id: 'ChangedAccount' });

export const ListOperatorsQuery = z.object({
  role: z.enum([...ROLES, 'none']).optional(),
  region: RegionCode.optional().meta({ description: 'Whose post lies in this region or below it.' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(SEARCH_LENGTH_MAX)
    .regex(NO_NUL)
    .optional()
    .meta({ description: 'Part of the name or login.' }),
  ...BothWaysQuery,
});

export const AddOperator = z
  .strictObject({ name: AccountName, login: Login, region: RegionCode })
  .meta({ id: 'AddOperator' });

export const OperatorActionInput = z
  .strictObject({
    role: z.enum(ROLES).optional(),
    region: RegionCode.optional().meta({
      description: 'Of the same district; the present one when left out.',
    }),
    unit: UnitText.optional().meta({ description: 'The agency of an agency handler.' }),
  })
  .meta({ id: 'OperatorActionInput', description: '`give` needs a role; the others take nothing.' });

const Owner = z.object({ id: z.string(), name: z.string() });

export const Session = z
  .object({
    id: z.string(),
    operator: Owner,
    current: z.boolean().meta({ description: 'The one this is asked with.' }),
    address: z.string().nullable(),
    agent: z.string().nullable(),
    createdAt: Instant,
    usedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({
    id: 'Session',
    description: 'A person signed in; ends when unused, and on its date at the latest.',
  });
export const SessionPage = pageOf(Session, 'SessionPage');

export const Token = z
  .object({
    id: z.string(),
    operator: Owner,
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)).nullable().meta({ description: 'Null: whatever its operator may.' }),
    createdAt: Instant,
    usedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Token', description: 'A script’s way in.' });
export const TokenPage = pageOf(Token, 'TokenPage');

export const CreatedToken = Token.extend({
  token: z
    .string()
    .nullable()
    .meta({ description: 'Seen this once; null when the same write is repeated, and in a dry run.' }),
}).meta({ id: 'CreatedToken' });

export const CreateToken = z
  .strictObject({
    name: AccountName,
    scopes: z.array(z.enum(SCOPES)).min(1),
    until: z.iso.date().meta({ description: 'Its last day in Asia/Shanghai, within a year.' }),
  })
  .meta({ id: 'CreateToken' });

export const BearersQuery = z.object({
  operator: OperatorId.optional().meta({ description: 'Whose; one’s own when left out.' }),
  ...PageQuery,
});
