import {
  OPERATOR_ACTIONS,
  OPERATOR_RIGHTS,
  type OperatorAction,
  type OperatorClosedReason,
} from '@district/contract/posts.ts';
import { isWithin, regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import type { OperatorActionInput } from '@district/contract/types.ts';
import { districtOf, type Operator, rightsOf } from '../access/operator.ts';
import { type Post, postOf } from '../access/post.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { ProblemError } from '../http/problem.ts';
import type { OperatorRow } from '../store/schema/access.ts';

type Ruled = Pick<OperatorRow, 'id' | 'role' | 'disabled_at' | 'login'>;

/** What there is nothing to do for, where nobody signs in by page. */
const ABOUT_SIGN_IN: readonly OperatorAction[] = ['unlock', 'reset_password', 'reset_codes'];

/** Why an action on an account of one's area is closed; undefined when it is open. */
export function whyClosed(
  action: OperatorAction,
  account: Ruled,
  operator: Operator,
): OperatorClosedReason | undefined {
  if (rightsOf(operator).accounts !== OPERATOR_RIGHTS[action]) return 'role';
  if (account.id === operator.id) return 'own_post';
  if (action === 'take' && account.role === null) return 'state';
  if (action === 'disable' && account.disabled_at !== null) return 'state';
  if (action === 'enable' && account.disabled_at === null) return 'state';
  if (ABOUT_SIGN_IN.includes(action) && account.login === null) return 'state';
  return undefined;
}

export function openActions(account: Ruled, operator: Operator): OperatorAction[] {
  return OPERATOR_ACTIONS.filter((action) => whyClosed(action, account, operator) === undefined);
}

/** Refuses whoever manages no accounts. */
export function requireAccounts(operator: Operator, right?: 'adds' | 'empowers'): void {
  const { accounts } = rightsOf(operator);
  if (right === undefined ? accounts !== null : accounts === right) return;
  const who =
    right === 'adds'
      ? 'an administrator adds accounts'
      : right === 'empowers'
        ? 'a security officer does that'
        : 'administrators and security officers manage accounts';
  throw new ProblemError('forbidden', `Your role does not allow it: ${who}.`, { reason: 'role' });
}

/** The post that an input means, checked against the giver's area, the role's level and the dictionary. */
export function readPost(
  dictionaries: Dictionaries,
  giver: Operator,
  account: Pick<OperatorRow, 'region'>,
  { role, region: code, unit: text }: OperatorActionInput,
): Post {
  if (role === undefined) throw invalid('role', 'needed: name the role to give');
  const region = code === undefined ? account.region : readRegion(dictionaries, giver, code);
  if (districtOf({ region }) !== districtOf(account))
    throw invalid('region', 'lies in another district: a post there is another account, so add one');
  const post = postOf(role, region, text);
  if ('message' in post) throw invalid(post.path, post.message);
  const agency = role === 'agency_handler' ? post.unit?.replace('agency:', '') : undefined;
  if (agency !== undefined && !dictionaries.agencies.has(agency))
    throw invalid(
      'unit',
      `there is no such agency; there are ${[...dictionaries.agencies.keys()].join(', ')}`,
    );
  return post;
}

/** A region of the dictionary within the giver's own, as a prefix; what lies outside is not there. */
export function readRegion(dictionaries: Dictionaries, giver: Operator, code: string): string {
  const prefix = regionPrefix(code);
  const isKnown = prefix !== undefined && dictionaries.regions.has(wholeRegionCode(prefix));
  if (!isKnown || !isWithin(prefix, giver.region))
    throw new ProblemError(
      'not_found',
      `There is no region ${code} within your area: look it up in /v1/regions.`,
    );
  return prefix;
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError('invalid', `Not valid: ${path} ${message}.`, { fields: [{ path, message }] });
}
