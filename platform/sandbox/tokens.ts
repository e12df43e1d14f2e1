import { createHmac } from 'node:crypto';
import { formatUnit } from '@district/contract/assignee.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import { hashToken } from '../access/tokens.ts';
import type { Writer } from '../store/database.ts';
import { GULOU } from './generate/places.ts';
import { insertMany } from './insert.ts';
import { COMMUNITY, IDENTITIES, PEOPLE } from './people.ts';

/** Characters of a token after its prefix: 192 bits. */
const TOKEN_LENGTH = 32;

export interface Identity {
  context: string;
  operator: string;
  role: Role;
  token: string;
}

/** The same token for the same secret and operator, so that a console's contexts outlive a new seed. */
function tokenOf(secret: string, { id }: Pick<Operator, 'id'>): string {
  return `dc_${createHmac('sha256', secret).update(id).digest('base64url').slice(0, TOKEN_LENGTH)}`;
}

export function identitiesOf(secret: string): Identity[] {
  return IDENTITIES.map(({ context, operator }) => ({
    context,
    operator: operator.name,
    role: operator.role,
    token: tokenOf(secret, operator),
  }));
}

/** The resident whose inbox the sandbox shows: a member of the first household of 牌楼街道's 桂园社区, where `sandbox-community` works. */
export interface ExampleResident {
  district: string;
  community: string;
  token: string;
}

export function exampleResident(secret: string): ExampleResident {
  const token = tokenOf(secret, { id: 'resident' });
  return { district: GULOU, community: COMMUNITY, token };
}

/** Keyed by the district, or the city for those above it. */
function districtOf({ region }: Operator): string {
  return region.slice(0, 6);
}

export async function insertPeople(db: Writer, secret: string): Promise<void> {
  const operators = PEOPLE.map((operator) => ({
    ...operator,
    district: districtOf(operator),
    unit: operator.unit && formatUnit(operator.unit),
  }));
  const tokens = IDENTITIES.map(({ operator }) => ({
    district: districtOf(operator),
    hash: hashToken(tokenOf(secret, operator)),
    operator_id: operator.id,
    expires_at: null,
  }));
  await insertMany(db, 'operators', operators);
  await insertMany(db, 'tokens', tokens);
}
