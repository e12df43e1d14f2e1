import type { RequestDetail } from '@district/contract/types.ts';
import { deadlineText } from '../../src/console/deadline.ts';
import { detailMessages } from '../../src/i18n/messages/console-detail.ts';
import { dueText, timeText } from '../../src/i18n/time.ts';
import { translate } from '../../src/i18n/translate.ts';
import {
  lightText,
  limitText,
  ratingText,
  rectificationText,
  sourceText,
  stateText,
} from '../../src/i18n/words.ts';
import { lightTone } from '../parts/light.ts';
import type { Span } from '../parts/line.tsx';
import { claimFact } from './claim-fact.ts';
import type { DetailLook } from './detail-look.ts';

/** State, clock and who has it: what is looked at first. */
export function headFacts(request: RequestDetail, { language, asOfMs }: DetailLook): Span[] {
  const word = (key: keyof typeof detailMessages.zh, values?: Record<string, string | number>) =>
    translate(detailMessages, language, key, values);
  const { clock, lead, callback } = request;
  const due = (at: string | null) =>
    at === null ? word('notStarted') : `${dueText(at)} (${deadlineText(at, asOfMs, language)})`;
  const light = request.light ? `${lightText(request.light, language)} ` : '';
  const provisional = request.provisional ? ` ${word('provisional')}` : '';
  const marks = [
    request.urgent && word('urgent'),
    request.vulnerable && word('vulnerable'),
    request.returns > 0 && word('returns', { n: request.returns }),
    request.reminders > 0 && word('reminders', { n: request.reminders }),
  ].filter((mark) => mark !== false);
  const assistants = request.assistants.map((unit) => unit.name).join(' ');
  const external = request.externalNo ? `  ${word('externalNo')} ${request.externalNo}` : '';
  const facts: Span[] = [
    { text: `${request.no}  ${request.title}`, tone: 'strong' },
    {
      text: `${light}${stateText(request.state, language)}  ${word('round', { n: request.round })}  ${marks.join('  ')}`,
      tone: lightTone(request.light),
    },
    {
      text: `${word('promised')} ${due(request.promisedDueAt)}  ${limitText(clock.promised.limit, clock.promised.unit, language)}${provisional}`,
    },
    {
      text: `${word('statutory')} ${due(request.statutoryDueAt)}  ${limitText(clock.statutory.limit, clock.statutory.unit, language)}`,
    },
    {
      text: `${word('lead')} ${lead?.name ?? word('nobody')}${assistants ? `  ${word('assistants')} ${assistants}` : ''}`,
    },
    {
      text: `${word('source')} ${sourceText(request.source, language)} ${timeText(request.submittedAt)}${external}`,
    },
  ];
  if (request.claim) facts.push(claimFact(request.claim, language));
  if (request.pausedSince) {
    const until = clock.pauses.find((pause) => pause.until !== null)?.until;
    const ends = until ? `  ${word('procedureUntil', { until })}` : '';
    facts.push({
      text: `${word('pausedSince', { at: timeText(request.pausedSince) })}${ends}`,
      tone: 'yellow',
    });
  }
  if (request.mergedInto) facts.push({ text: `${word('mergedInto')} ${request.mergedInto}` });
  if (callback) {
    const rating = callback.rating ? ratingText(callback.rating, language) : '';
    const reached = word(callback.reached ? 'reached' : 'notReached');
    facts.push({ text: `${word('callback')} ${timeText(callback.at)} ${reached} ${rating}` });
  }
  if (request.rectification) {
    const { state, by, from } = request.rectification;
    const values = {
      state: rectificationText(state, language),
      by: dueText(by),
      from: from?.name ?? word('nobody'),
    };
    const how = state === 'open' ? word('rectifyHow') : '';
    const tone = state === 'done' ? {} : { tone: 'red' as const };
    facts.push({ text: `${word('rectification', values)}${how}`, ...tone });
  }
  return facts;
}
