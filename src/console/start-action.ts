import type { Action } from '@district/contract/transitions.ts';
import type { RequestSummary, SelectedRequest } from '@district/contract/types.ts';
import { failureOf } from '../command/catch-failure.ts';
import { actionMessages } from '../i18n/messages/console-actions.ts';
import { listMessages } from '../i18n/messages/console-list.ts';
import { translate } from '../i18n/translate.ts';
import { actionText } from '../i18n/words.ts';
import { whyClosed } from './closed-reason.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { failureText } from './failure.ts';
import { createForm, type FormTarget, formTarget } from './form/form.ts';
import { showForm } from './form/show-form.ts';
import { actionLabel } from './keys/action-label.ts';
import { loadedRows } from './list/lists.ts';
import { requestQuery, unitsQuery } from './queries.ts';
import { loadedDetail } from './rows.ts';
import { approvalAtHand, isOpenTo, requestsAtHand } from './subjects.ts';

/** Opens the form of an action on what is at hand, or says why it is closed. */
export function startAction(desk: Desk, action: Action): void {
  const { language } = desk.store.getState();
  const chosen = requestsAtHand(desk);
  const [first] = chosen;
  if (!first) {
    complain(desk, whyNothing(desk));
    return;
  }
  const open = chosen.filter((request) => isOpenTo(request, action));
  if (open.length > 0) {
    openForm(desk, action, open.map(targetOf), chosen.length - open.length);
  } else if (chosen.length > 1) {
    const word = actionText(action, language);
    complain(desk, translate(actionMessages, language, 'closedForAll', { action: word, n: chosen.length }));
  } else void explainClosed(desk, first.no, action);
}

/** Grant or refuse the approval at hand. */
export function startDecision(desk: Desk, decision: 'grant' | 'refuse'): void {
  const { language } = desk.store.getState();
  const approval = approvalAtHand(desk);
  if (!approval) complain(desk, translate(actionMessages, language, 'nothingHere'));
  else if (approval.arbitration)
    complain(
      desk,
      translate(actionMessages, language, 'needsArbitration', {
        key: actionLabel('arbitrate', desk.keyChanges),
      }),
    );
  else if (!approval.actions.includes(decision))
    complain(desk, translate(actionMessages, language, 'notYours'));
  else
    openForm(desk, decision, [
      { ...targetOf(approval.request), version: approval.version, approvalId: approval.id },
    ]);
}

function openForm(
  desk: Desk,
  action: Action | 'grant' | 'refuse',
  targets: readonly FormTarget[],
  skipped = 0,
): void {
  const form = createForm(action, targets, skipped);
  if (form.fields.some((field) => field.kind === 'units'))
    void desk.queries.prefetchQuery(unitsQuery(desk.client));
  showForm(desk, form);
}

/** Why there is nothing to act on. */
export function whyNothing(desk: Desk): string {
  const { language, requests, detail } = desk.store.getState();
  if (requests.selecting && !detail) return translate(listMessages, language, 'stillSelecting');
  return translate(actionMessages, language, isLoaded(desk) ? 'nothingHere' : 'notLoadedYet');
}

/** False while the list or the request at hand is still on its way. */
function isLoaded(desk: Desk): boolean {
  const { detail } = desk.store.getState();
  return detail ? loadedDetail(desk, detail.no) !== undefined : loadedRows(desk, 'requests').length > 0;
}

/** What was marked from a filter has been seen by nobody: there is nothing to compare it with. */
function targetOf(request: SelectedRequest | RequestSummary): FormTarget {
  const target = formTarget(request);
  if (!('promisedDueAt' in request)) return target;
  const { state, lead, promisedDueAt } = request;
  return { ...target, seen: { state, lead, promisedDueAt } };
}

/** Lists carry only what is open; why the rest is closed stands in the detail. */
async function explainClosed(desk: Desk, no: string, action: Action): Promise<void> {
  const { language } = desk.store.getState();
  try {
    const detail = await desk.queries.ensureQueryData(requestQuery(desk.client, no));
    const why = whyClosed(detail, action, language) ?? '';
    const word = actionText(action, language);
    complain(desk, translate(actionMessages, language, 'closed', { action: word, why }));
  } catch (error) {
    complain(desk, failureText(failureOf(error), language));
  }
}
