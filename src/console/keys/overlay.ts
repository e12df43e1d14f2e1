import { batchMessages } from '../../i18n/messages/batches.ts';
import { translate } from '../../i18n/translate.ts';
import { isOpen } from '../../journal/batch.ts';
import { columnKey } from '../choose-columns.ts';
import type { Desk } from '../desk.ts';
import { openView } from '../open-view.ts';
import { loadedDuty } from '../rows.ts';
import { startAction } from '../start-action.ts';
import type { Overlay } from '../state.ts';
import { keepTexts, resumeWork } from '../work/resume-work.ts';
import type { WorkInHand } from '../work/work-in-hand.ts';
import { runBinding } from './binding.ts';
import { dutyKey } from './duty.ts';
import { clamp, moveBinding } from './moves.ts';

function show(desk: Desk, overlay: Overlay | null): void {
  desk.store.setState({ overlay });
}

const MOVES = [
  moveBinding((desk, by) => {
    const { overlay } = desk.store.getState();
    if (overlay?.kind === 'menu' || overlay?.kind === 'views' || overlay?.kind === 'columns')
      show(desk, { ...overlay, cursor: clamp(overlay.cursor + by, overlay.items.length) });
    else if (overlay?.kind === 'duty')
      show(desk, { ...overlay, cursor: clamp(overlay.cursor + by, loadedDuty(desk)?.items.length ?? 0) });
    else if (overlay?.kind === 'help' || overlay?.kind === 'output')
      show(desk, { ...overlay, scroll: clamp(overlay.scroll + by, overlay.scrollMax + 1) });
  }),
];

/** What was left behind is taken up, thrown away, or only its words are kept; nothing else happens until one of these. */
function resumeKey(desk: Desk, work: WorkInHand, key: string): boolean {
  if (key === 'return') resumeWork(desk, work);
  else if (key === 'escape') keepTexts(desk, work);
  else if (key === 'x') show(desk, null);
  else if (key === 'q') desk.exit(0);
  if (key === 'escape' || key === 'x') sayHowToFinish(desk, work);
  return true;
}

/** A batch that was begun is not over because its form is. */
function sayHowToFinish(desk: Desk, { form }: WorkInHand): void {
  const batch = form?.batch && desk.journal.read(form.batch);
  if (!batch || !isOpen(batch)) return;
  const { language } = desk.store.getState();
  const text = translate(batchMessages, language, 'resumeWith', { id: batch.plan.id });
  desk.store.setState({ notice: { text, tone: 'plain' } });
}

/** Keys while something lies over the screen. Any key the menu does not know is an action's own key. */
export function overlayKey(desk: Desk, key: string): boolean {
  const { overlay } = desk.store.getState();
  if (!overlay) return false;
  if (overlay.kind === 'resume') return resumeKey(desk, overlay.work, key);
  if (overlay.kind === 'duty' && dutyKey(desk, overlay, key)) return true;
  if (key === 'escape' || key === '?' || key === 'q') show(desk, null);
  else if (overlay.kind === 'results' && key === 'return') show(desk, null);
  else if (overlay.kind === 'views' && key === 'return') {
    const view = overlay.items[overlay.cursor];
    show(desk, null);
    if (view) openView(desk, view);
  } else if (overlay.kind === 'columns' && columnKey(desk, overlay, key)) return true;
  else if (overlay.kind === 'menu' && key === 'return') {
    const item = overlay.items[overlay.cursor];
    show(desk, null);
    if (item) startAction(desk, item.action);
  } else if (!runBinding(MOVES, desk, key) && overlay.kind === 'menu') {
    show(desk, null);
    return false;
  }
  return true;
}
