import { ACTIONS } from '@district/contract/transitions.ts';
import { failureOf } from '../command/catch-failure.ts';
import { closedReasonText } from '../i18n/words.ts';
import { whyClosed } from './closed-reason.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { failureText } from './failure.ts';
import { requestQuery } from './queries.ts';
import { whyNothing } from './start-action.ts';
import type { MenuItem } from './state.ts';
import { isOpenTo, requestsAtHand } from './subjects.ts';

/** Opens the menu of all actions on what is at hand: open ones first, then the closed ones with why. */
export function openMenu(desk: Desk): void {
  const { language } = desk.store.getState();
  const chosen = requestsAtHand(desk);
  const [first] = chosen;
  if (!first) {
    complain(desk, whyNothing(desk));
    return;
  }
  const isOpen = (action: MenuItem['action']) => chosen.some((request) => isOpenTo(request, action));
  const items = ACTIONS.map((action) => ({
    action,
    closed: isOpen(action) ? null : closedReasonText('state', language),
  }));
  desk.store.setState({ overlay: { kind: 'menu', cursor: 0, items: openFirst(items) }, notice: null });
  if (chosen.length === 1) void fillReasons(desk, first.no);
}

function openFirst(items: readonly MenuItem[]): readonly MenuItem[] {
  return [...items.filter((item) => item.closed === null), ...items.filter((item) => item.closed !== null)];
}

/** Why an action is closed stands only in the detail; the menu opens without waiting for it. */
async function fillReasons(desk: Desk, no: string): Promise<void> {
  try {
    const detail = await desk.queries.ensureQueryData(requestQuery(desk.client, no));
    desk.store.setState(({ overlay, language }) => {
      if (overlay?.kind !== 'menu') return {};
      const items = overlay.items.map((item) => ({
        ...item,
        closed: item.closed === null ? null : whyClosed(detail, item.action, language),
      }));
      return { overlay: { ...overlay, items: openFirst(items) } };
    });
  } catch (error) {
    const { language } = desk.store.getState();
    complain(desk, failureText(failureOf(error), language));
  }
}
