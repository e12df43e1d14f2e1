import {
  NOTICE_ACTIONS,
  NOTICE_TRANSITIONS,
  type NoticeAction,
} from '@district/contract/notice-transitions.ts';
import { type Operator, rightsOf } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';
import type { NoticeRow } from '../store/schema/notices.ts';
import { coversAll } from './scope.ts';

type Ruled = Pick<NoticeRow, 'no' | 'state' | 'regions' | 'author_id' | 'author_name'>;

/** Why an action is closed to this operator, as the problem to answer with; undefined when it is open. */
export function whyClosed(action: NoticeAction, notice: Ruled, operator: Operator): ProblemError | undefined {
  const { from, by } = NOTICE_TRANSITIONS[action];
  const parties = coversAll(operator, notice.regions) ? rightsOf(operator).notices : [];
  if (!by.some((party) => party !== 'platform' && parties.includes(party))) {
    return new ProblemError('forbidden', `Your role or area does not allow you to ${action} ${notice.no}.`, {
      reason: 'role',
    });
  }
  if (!from.includes(notice.state)) {
    return new ProblemError(
      'transition_closed',
      `${notice.no} is ${notice.state}: ${action} is open from ${from.join(', ')}.`,
      { reason: 'state' },
    );
  }
  // By the person's id and not by the role signed in with: whoever holds two roles is still one person.
  if (!by.includes('author') && notice.author_id === operator.id) {
    return new ProblemError(
      'own_notice',
      `${notice.author_name} wrote ${notice.no}: whoever publishes does not approve, so another approver has to ${action} it.`,
    );
  }
  return undefined;
}

export function openActions(notice: Ruled, operator: Operator): NoticeAction[] {
  return NOTICE_ACTIONS.filter((action) => whyClosed(action, notice, operator) === undefined);
}
