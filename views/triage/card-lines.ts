import type { RequestDetail, TimelineEntry, TriageCard, TriageItem } from '@district/contract/types.ts';
import { overText } from '../../src/command/triage-lines.ts';
import { actionLabel } from '../../src/console/keys/action-label.ts';
import type { KeyChanges } from '../../src/console/keys/key-changes.ts';
import { triageMessages } from '../../src/i18n/messages/console-triage.ts';
import { timeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { suggestionText } from '../../src/i18n/triage-words.ts';
import { lightText, stateText } from '../../src/i18n/words.ts';
import { clip, wrapLines } from '../../src/terminal/width.ts';
import { claimFact } from '../detail/claim-fact.ts';
import { timelineText } from '../detail/timeline-text.ts';
import { lightTone } from '../parts/light.ts';
import { plainLine, type Span } from '../parts/line.tsx';

export interface CardLook {
  columns: number;
  language: Language;
  asOfMs: number;
  keyChanges: KeyChanges;
}

/** Rows of the text at most: more is a key away. */
const BODY_ROWS_MAX = 5;
const DAY_MS = 86_400_000;

/** What the unit and the centre say to each other is no step of the work. */
const TALK: readonly TimelineEntry['action'][] = ['remind', 'supervise', 'note', 'reckon'];

/** A request of the queue with what is needed to decide on it; what is not loaded yet is left out. */
export function cardLines(
  item: TriageItem,
  detail: RequestDetail | undefined,
  card: TriageCard | undefined,
  { columns, language, asOfMs, keyChanges }: CardLook,
): Span[][] {
  const word = (key: keyof typeof triageMessages.zh, values?: Record<string, string | number>) =>
    translate(triageMessages, language, key, values);
  const key = (action: string) => actionLabel(action, keyChanges);
  const { request } = item;
  const set = (text: string, tone: Span['tone'] = 'plain') =>
    wrapLines(text, columns).map((line) => plainLine(line, tone));
  const flags = [
    request.urgent && word('urgent'),
    request.vulnerable && word('vulnerable'),
    request.returns > 0 && word('returned', { n: request.returns }),
    word('reminded', { n: request.reminders }),
    card?.reminderWaitsUntil && word('reminderWaits', { at: timeText(card.reminderWaitsUntil) }),
  ].filter(Boolean);
  const rule = plainLine('-'.repeat(columns), 'dim');
  return [
    [
      {
        text: `${lightText(request.light ?? '-', language)} ${overText(item, language)}`,
        tone: lightTone(request.light),
      },
      { text: `  ${request.no}  ${flags.join('  ')}`, tone: 'strong' },
    ],
    plainLine(clip(request.title, columns), 'strong'),
    ...set(
      [
        request.lead ? word('lead', { unit: request.lead.name }) : word('noLead'),
        word('state', { state: stateText(request.state, language) }),
        detail && word('idle', { n: idleDays(detail, asOfMs) }),
        request.externalNo && word('externalNo', { no: request.externalNo }),
      ]
        .filter(Boolean)
        .join('  '),
    ),
    ...(request.claim
      ? [claimFact(request.claim, language)].map(({ text, tone }) => plainLine(text, tone))
      : []),
    rule,
    ...(detail ? bodyLines(detail, columns, word) : []),
    ...(detail ? set(word('lastAction', { what: lastAction(detail, language) })) : []),
    ...similarLines(card, columns, key('merge'), word),
    ...(card ? suggestionLines(card, columns, language, key, word) : [plainLine(word('loadingCard'), 'dim')]),
    ...unitLines(item, card, columns, actionLabel('units.remind', keyChanges, 'triage'), word),
  ];
}

type Say = (key: keyof typeof triageMessages.zh, values?: Record<string, string | number>) => string;

function bodyLines({ body, attachments }: RequestDetail, columns: number, word: Say): Span[][] {
  const lines = wrapLines(`"${body}"`, columns);
  const shown = lines.slice(0, BODY_ROWS_MAX);
  if (lines.length > BODY_ROWS_MAX) shown[BODY_ROWS_MAX - 1] = `${clip(shown.at(-1) ?? '', columns - 3)}...`;
  const more = attachments.length > 0 ? [word('attachments', { n: attachments.length })] : [];
  return [...shown, ...more].map((line) => plainLine(line));
}

/** Whole days since somebody last moved the work. */
function idleDays({ timeline }: RequestDetail, asOfMs: number): number {
  const last = timeline.findLast(({ action }) => !TALK.includes(action));
  return last ? Math.max(0, Math.floor((asOfMs - Date.parse(last.at)) / DAY_MS)) : 0;
}

function lastAction({ timeline }: RequestDetail, language: Language): string {
  const last = timeline.at(-1);
  if (!last) return '-';
  const { head, text } = timelineText(last, language);
  return text === null ? head : `${head}: ${text.replaceAll(/\s+/gu, ' ')}`;
}

function similarLines(card: TriageCard | undefined, columns: number, key: string, word: Say): Span[][] {
  if (!card || card.similar.length === 0) return [];
  const numbers = card.similar.map(({ no }) => no).join(' ');
  return [plainLine(clip(`${word('similar', { n: card.similar.length, key })}  ${numbers}`, columns))];
}

function suggestionLines(
  { suggestions }: TriageCard,
  columns: number,
  language: Language,
  key: (action: string) => string,
  word: Say,
): Span[][] {
  if (suggestions.length === 0) return [plainLine(word('nothingSuggested'), 'dim')];
  const what = suggestions
    .map(
      ({ action, into }) =>
        `${key(action === 'dispatch' ? 'assign' : action)} ${suggestionText(action, language)}${into ? ` ${into}` : ''}`,
    )
    .join('; ');
  return wrapLines(word('suggested', { what }), columns).map((line) => plainLine(line, 'cyan'));
}

function unitLines(
  { request }: TriageItem,
  card: TriageCard | undefined,
  columns: number,
  key: string,
  word: Say,
): Span[][] {
  const unit = card?.unit;
  if (!unit || unit.overdue === 0 || !request.lead) return [];
  const values = { unit: request.lead.name, n: unit.overdue };
  const text = unit.today
    ? word('unitReminded', { ...values, by: unit.today.by, count: unit.today.count })
    : word('unitOverdue', { ...values, key });
  return wrapLines(text, columns).map((line) => plainLine(line));
}
