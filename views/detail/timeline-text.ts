import type { TimelineEntry } from '@district/contract/types.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { timeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { actionText, stateText } from '../../src/i18n/words.ts';

/** One entry: when, what, who and where to; the text that was written stands below it. */
export function timelineText(
  entry: TimelineEntry,
  language: Language,
): { head: string; text: string | null } {
  const phase = entry.phase === 'done' ? '' : ` ${translate(detailMessages, language, entry.phase)}`;
  const by = entry.by
    ? [entry.by.unit, entry.by.name].filter(Boolean).join(' ')
    : translate(detailMessages, language, 'platform');
  const unit = entry.unit ? ` -> ${entry.unit.name}` : '';
  const state = entry.from === entry.to ? '' : ` [${stateText(entry.to, language)}]`;
  return {
    head: `${timeText(entry.at)} ${actionText(entry.action, language)}${phase}${unit}  ${by}${state}`,
    text: entry.text,
  };
}
