/** What a post is: a role, where it is held, and for which unit. No zod here: consoles read it too. */
import { type Unit } from './assignee.ts';
import {
  CITY_DIGITS,
  DISTRICT_DIGITS,
  PROVINCE_DIGITS,
  REGION_CODE_LENGTH,
  STREET_DIGITS,
  wholeRegionCode,
} from './region-code.ts';
import type { Role } from './vocabulary.ts';

/** The last three are about signing in by page: forget failed tries, make a new initial password, switch one-time codes off. */
export const OPERATOR_ACTIONS = [
  'give',
  'take',
  'disable',
  'enable',
  'unlock',
  'reset_password',
  'reset_codes',
] as const;
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
  unlock: 'empowers',
  reset_password: 'empowers',
  reset_codes: 'empowers',
} as const satisfies Record<OperatorAction, 'adds' | 'empowers'>;

/** A name to sign in with: small letters first, one person's whatever the case. */
export const LOGIN = /^[a-z][a-z0-9._-]{1,31}$/;
/** As LOGIN has it. */
export const LOGIN_LENGTH_MIN = 2;
export const LOGIN_LENGTH_MAX = 32;

/** Digits of the region a role is held in. Nobody gives a role above their own level, since nobody reaches a region above their own. */
export const ROLE_LEVELS: Readonly<Record<Role, readonly number[]>> = {
  province_administrator: [PROVINCE_DIGITS],
  city_administrator: [CITY_DIGITS],
  administrator: [DISTRICT_DIGITS],
  duty_officer: [DISTRICT_DIGITS],
  approver: [DISTRICT_DIGITS],
  notice_author: [DISTRICT_DIGITS, STREET_DIGITS, REGION_CODE_LENGTH],
  agency_handler: [DISTRICT_DIGITS],
  street_operator: [STREET_DIGITS],
  community_operator: [REGION_CODE_LENGTH],
  security_officer: [PROVINCE_DIGITS, CITY_DIGITS, DISTRICT_DIGITS],
  auditor: [PROVINCE_DIGITS, CITY_DIGITS, DISTRICT_DIGITS],
};

/** The unit a role works for in a region: a street's or community's is the region itself; an agency has to be named. */
export function unitOfPost(role: Role, region: string, agency: Unit | null): Unit | null {
  if (role === 'street_operator') return { kind: 'street', id: wholeRegionCode(region) };
  if (role === 'community_operator') return { kind: 'community', id: region };
  return role === 'agency_handler' ? agency : null;
}
