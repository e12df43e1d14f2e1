/** What a post is: a role, where it is held, and for which unit. No zod here: consoles read it too. */
import { type Unit } from './assignee.ts';
import { wholeRegionCode } from './region-code.ts';
import type { Role } from './vocabulary.ts';

export const OPERATOR_ACTIONS = ['give', 'take', 'disable', 'enable'] as const;
export type OperatorAction = (typeof OPERATOR_ACTIONS)[number];

/** Why an action on an account of one's area is closed: not one's right, one's own account, or there is nothing to do. */
export const OPERATOR_CLOSED_REASONS = ['role', 'own_post', 'state'] as const;
export type OperatorClosedReason = (typeof OPERATOR_CLOSED_REASONS)[number];

/** Whose right each action is: accounts are added and disabled by one person, and given rights by another. */
export const OPERATOR_RIGHTS = {
  give: 'empowers',
  take: 'empowers',
  disable: 'adds',
  enable: 'adds',
} as const satisfies Record<OperatorAction, 'adds' | 'empowers'>;

/** A name to sign in with. */
export const LOGIN = /^[a-z][a-z0-9._-]{1,31}$/;

const PROVINCE = 2;
const CITY = 4;
const DISTRICT = 6;
const STREET = 9;
const COMMUNITY = 12;

/** Digits of the region a role is held in. Nobody gives a role above their own level, since nobody reaches a region above their own. */
export const ROLE_LEVELS: Readonly<Record<Role, readonly number[]>> = {
  province_administrator: [PROVINCE],
  city_administrator: [CITY],
  administrator: [DISTRICT],
  duty_officer: [DISTRICT],
  approver: [DISTRICT],
  notice_author: [DISTRICT, STREET, COMMUNITY],
  agency_handler: [DISTRICT],
  street_operator: [STREET],
  community_operator: [COMMUNITY],
  security_officer: [PROVINCE, CITY, DISTRICT],
  auditor: [PROVINCE, CITY, DISTRICT],
};

/** The unit a role works for in a region: a street's or community's is the region itself; an agency has to be named. */
export function unitOfPost(role: Role, region: string, agency: Unit | null): Unit | null {
  if (role === 'street_operator') return { kind: 'street', id: wholeRegionCode(region) };
  if (role === 'community_operator') return { kind: 'community', id: region };
  return role === 'agency_handler' ? agency : null;
}
