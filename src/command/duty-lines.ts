import type { DutyLogEntry, DutyStatus, HandoverItem, Shift } from '@district/contract/types.ts';
import { auditActionText } from '../i18n/audit-words.ts';
import { handoverReasonText, shiftEndText } from '../i18n/duty-words.ts';
import { dutyMessages } from '../i18n/messages/duty.ts';
import { dueText, exactTimeText, timeText } from '../i18n/time.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { stateText } from '../i18n/words.ts';
import type { Column } from './operation.ts';

/** `20:00-08:00`: nobody confuses the days of a shift that is at most one long. */
export function shiftSpan({ from, until }: Pick<Shift, 'from' | 'until'>): string {
  return `${timeText(from).slice(11)}-${timeText(until).slice(11)}`;
}

function shiftLine(shift: Shift, language: Language): string {
  const { operator, from, endedAt, ended, to, id } = shift;
  const name = operator.name;
  if (endedAt === null && ended === null)
    return `${translate(dutyMessages, language, 'running', { name, span: shiftSpan(shift) })}  ${timeText(from)}`;
  const how = ended === null ? '' : shiftEndText(ended, language);
  const span = `${timeText(from)} - ${timeText(endedAt ?? shift.until)}`;
  const whom = to === null ? '' : translate(dutyMessages, language, 'to', { name: to });
  return `${translate(dutyMessages, language, 'over', { name, span, how })}${whom}  ${id}`;
}

/** What a thing handed over is about: its request, or the first words of its note. */
export function itemSubject({ request, note }: HandoverItem, language: Language): string {
  if (request) return `${request.no} ${request.title}`;
  return note?.split('\n')[0] ?? translate(dutyMessages, language, 'free');
}

/** One thing handed over, its note below it. */
export function itemLines(item: HandoverItem, language: Language): string[] {
  const { reason, request, note, dueAt, by } = item;
  const words = note?.split('\n') ?? [];
  const isOwn = reason === 'claimed' || reason === 'snoozed';
  const head = translate(dutyMessages, language, 'item', {
    reason: handoverReasonText(reason, language),
    what: request
      ? `${request.no} ${request.title}  ${stateText(request.state, language)}`
      : itemSubject(item, language),
    due:
      dueAt === null
        ? ''
        : translate(dutyMessages, language, isOwn ? 'until' : 'due', { at: dueText(dueAt) }),
    by,
  });
  const had = request?.claimedBy
    ? translate(dutyMessages, language, 'hadBy', { name: request.claimedBy })
    : '';
  // A note on no request is what the line is about.
  return [head + had, ...(request ? words : words.slice(1)).map((line) => `    ${line}`)];
}

export function itemsLines(items: readonly HandoverItem[], language: Language): string[] {
  if (items.length === 0) return [translate(dutyMessages, language, 'none')];
  return [
    translate(dutyMessages, language, 'left', { n: items.length }),
    ...items.flatMap((item) => itemLines(item, language).map((line) => `  ${line}`)),
  ];
}

export function acknowledgedLine(item: HandoverItem, language: Language): string {
  const { acknowledged } = item;
  const what = itemSubject(item, language);
  return acknowledged === null
    ? translate(dutyMessages, language, 'acknowledged', { what })
    : translate(dutyMessages, language, 'acknowledgedBy', {
        what,
        name: acknowledged.by,
        at: timeText(acknowledged.at),
      });
}

export function statusLines({ shifts, recent, items, open }: DutyStatus, language: Language): string[] {
  const counts = Object.entries(open).map(([reason, n]) =>
    translate(dutyMessages, language, 'count', { reason: handoverReasonText(reason, language), n }),
  );
  return [
    ...(shifts.length === 0
      ? [translate(dutyMessages, language, 'nobody')]
      : shifts.map((shift) => shiftLine(shift, language))),
    ...(counts.length > 0
      ? [translate(dutyMessages, language, 'open', { counts: counts.join(language === 'zh' ? '、' : ', ') })]
      : []),
    ...itemsLines(items, language),
    ...recent.map((shift) => shiftLine(shift, language)),
  ];
}

export const DUTY_LOG_COLUMNS: readonly Column<DutyLogEntry>[] = [
  { header: { zh: '时间', en: 'AT' }, cell: ({ at }) => exactTimeText(at), whole: true },
  { header: { zh: '何人', en: 'WHO' }, cell: ({ by }) => by },
  { header: { zh: '操作', en: 'ACTION' }, cell: ({ action }, language) => auditActionText(action, language) },
  { header: { zh: '对象', en: 'OBJECT' }, cell: ({ object }) => object, whole: true, priority: 1 },
  {
    header: { zh: '现状', en: 'STATE' },
    cell: ({ state }, language) => (state === null ? '-' : stateText(state, language)),
    priority: 3,
  },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ title }) => title ?? '-', priority: 2 },
];
