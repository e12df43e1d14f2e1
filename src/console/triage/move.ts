import { triageMessages } from '../../i18n/messages/console-triage.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { clamp } from '../keys/moves.ts';
import { loadedTriage, triageIndex } from '../rows.ts';

/** Goes by so many places in the queue. */
export function moveInTriage(desk: Desk, by: number): void {
  const items = loadedTriage(desk);
  const { triage } = desk.store.getState();
  goTo(desk, clamp(triageIndex(items, triage) + by, items.length));
}

/** The next one that is free; what others have claimed is passed over, and said so. */
export function nextInTriage(desk: Desk): void {
  const items = loadedTriage(desk);
  const { triage, language } = desk.store.getState();
  const from = triageIndex(items, triage);
  const isFree = (at: number) => {
    const claim = items[at]?.request.claim;
    return !claim || claim.mine;
  };
  let next = from + 1;
  while (next < items.length && !isFree(next)) next += 1;
  const passed = items.slice(from + 1, next);
  if (next >= items.length) {
    say(desk, translate(triageMessages, language, 'lastOne'));
    return;
  }
  goTo(desk, next);
  const [first] = passed;
  if (first)
    say(
      desk,
      translate(triageMessages, language, 'passedOver', {
        n: passed.length,
        by: [...new Set(passed.map(({ request }) => request.claim?.by ?? ''))].join(' '),
      }),
    );
}

function goTo(desk: Desk, cursor: number): void {
  const no = loadedTriage(desk)[cursor]?.request.no ?? null;
  desk.store.setState(({ triage }) => ({ triage: { ...triage, cursor, cursorNo: no }, notice: null }));
}

function say(desk: Desk, text: string): void {
  desk.store.setState({ notice: { text, tone: 'plain' } });
}
