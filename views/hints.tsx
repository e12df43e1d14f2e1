import { useConsole, useDesk, useText } from '../src/console/context.ts';
import { bindingsAtHand } from '../src/console/keys/dispatch.ts';
import { hintText } from '../src/console/keys/hint-text.ts';
import type { ConsoleState } from '../src/console/state.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { clip } from '../src/terminal/width.ts';
import { Line } from './parts/line.tsx';

function hintKey(state: ConsoleState) {
  if (state.overlay?.kind === 'resume') return 'hintsResume';
  if (state.overlay?.kind === 'duty') return 'hintsDuty';
  if (state.overlay) return state.overlay.kind === 'menu' ? 'hintsMenu' : 'hintsOverlay';
  if (state.detail) return state.detail.approvalId === null ? 'hintsDetail' : 'hintsDecide';
  if (state.screen === 'requests') return requestsHint(state);
  if (state.screen === 'notices') return state.notices.open === null ? 'hintsNotices' : 'hintsNotice';
  if (state.screen === 'operators') return state.operators.open === null ? 'hintsOperators' : 'hintsOperator';
  if (state.screen === 'audit') return state.audit.open === null ? 'hintsAudit' : 'hintsAudited';
  if (state.screen === 'entry') return 'hintsEntry';
  if (state.screen === 'stats') return 'hintsStats';
  if (state.screen === 'triage') return 'hintsTriage';
  return state.screen === 'workbench' ? 'hintsWorkbench' : 'hintsApprovals';
}

function requestsHint({ requests }: ConsoleState) {
  if (requests.editing) return 'filterTyping';
  return requests.facets ? 'hintsFacets' : 'hintsRequests';
}

/** The keys that matter most where the person is. */
export function Hints({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const desk = useDesk();
  const key = useConsole(hintKey);
  const hint = hintText(text(key), bindingsAtHand(desk).flat(), desk.keyChanges);
  return <Line spans={[{ text: clip(hint, columns), tone: 'dim' }]} />;
}
