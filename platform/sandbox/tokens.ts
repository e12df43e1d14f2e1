import { createHmac } from 'node:crypto';
import { formatUnit } from '@district/contract/assignee.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import { bearerRow } from '../access/bearers.ts';
import { districtOf, type Operator } from '../access/operator.ts';
import type { Writer } from '../store/database.ts';
import { GULOU } from './generate/places.ts';
import { insertMany } from './insert.ts';
import { COMMUNITY, IDENTITIES, PEOPLE } from './people.ts';

/** Characters of a token after its prefix: 192 bits. */
const TOKEN_LENGTH = 32;

export interface Identity {
  context: string;
  operator: string;
  role: Role | null;
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

/** Those who are not there yet: a kept sandbox of an older version lacks the newer posts. */
export async function insertPeople(db: Writer, secret: string, at: Date): Promise<void> {
  const known = await db.selectFrom('operators').select('id').execute();
  const isNew = ({ id }: Operator) => !known.some((one) => one.id === id);
  const operators = PEOPLE.filter(isNew).map((operator) => ({
    ...operator,
    district: districtOf(operator),
    unit: operator.unit && formatUnit(operator.unit),
  }));
  const tokens = IDENTITIES.filter(({ operator }) => isNew(operator)).map(({ context, operator }) =>
    bearerRow(tokenOf(secret, operator), { operator, kind: 'token', name: context, at }),
  );
  await insertMany(db, 'operators', operators);
  await insertMany(db, 'tokens', tokens);
}
