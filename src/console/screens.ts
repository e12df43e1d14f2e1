import type { Operator } from '@district/contract/types.ts';
import type { Desk } from './desk.ts';
import { operatorQuery } from './queries.ts';
import type { Screen } from './screen.ts';

interface ScreenOfDigit {
  digit: string;
  screen: Screen;
  isFor(rights: Operator['rights']): boolean;
}

const reads = (rights: Operator['rights']) => rights.reads;

/** The screens in the order of their tabs, and who has business there. */
export const SCREENS: readonly ScreenOfDigit[] = [
  { digit: '1', screen: 'workbench', isFor: reads },
  { digit: '2', screen: 'requests', isFor: reads },
  { digit: '3', screen: 'notices', isFor: reads },
  { digit: '4', screen: 'entry', isFor: reads },
  { digit: '5', screen: 'triage', isFor: reads },
  { digit: '6', screen: 'approvals', isFor: reads },
  { digit: '7', screen: 'operators', isFor: ({ accounts }) => accounts !== null },
  { digit: '8', screen: 'audit', isFor: ({ audits }) => audits },
  { digit: '9', screen: 'stats', isFor: reads },
];

/** The screens of an operator; until it is known who asks, those of nearly everybody. */
export function screensOf(me: Operator | undefined): readonly ScreenOfDigit[] {
  return SCREENS.filter(({ isFor }) => (me ? isFor(me.rights) : isFor(UNKNOWN)));
}

const UNKNOWN: Operator['rights'] = { reads: true, accounts: null, audits: false, reveals: false };

export function mayOpen(desk: Desk, screen: Screen): boolean {
  const me = desk.queries.getQueryData(operatorQuery(desk.client).queryKey);
  return screensOf(me).some((one) => one.screen === screen);
}

/** Whoever has no business on the screen shown begins on the first of their own. */
export async function chooseScreen(desk: Desk): Promise<void> {
  const me = await desk.queries.ensureQueryData(operatorQuery(desk.client));
  const [first] = screensOf(me);
  if (first && !mayOpen(desk, desk.store.getState().screen)) desk.store.setState({ screen: first.screen });
}
