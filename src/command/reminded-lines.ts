import type { RemindedUnit, ReminderSlip } from '@district/contract/types.ts';
import { timeText } from '../i18n/time.ts';
import type { Language } from '../i18n/translate.ts';

/** What became of reminding a unit: what went, what waits for office hours, what stood in the way. */
export function remindedLines(
  { unit, sent, waiting, stoppedBy }: RemindedUnit,
  language: Language,
): string[] {
  const zh = language === 'zh';
  const count = ({ count: n }: ReminderSlip) => (zh ? `${n}件` : `${n} requests`);
  const lines = [
    sent &&
      (zh
        ? `催办单 ${count(sent)}${sent.urgent ? '急件' : ''} 已发出`
        : `reminded of ${count(sent)}${sent.urgent ? ', urgent' : ''}`),
    waiting &&
      (zh
        ? `催办单 ${count(waiting)} ${timeText(waiting.sendAt)} 上班时发出`
        : `${count(waiting)} wait for office hours at ${timeText(waiting.sendAt)}`),
    stoppedBy &&
      (zh
        ? `其余不再催:${stoppedBy.by} 的催办单(${count(stoppedBy)})今天已有`
        : `the rest not again today: ${stoppedBy.by} reminded it of ${count(stoppedBy)}`),
  ];
  return lines.filter((line) => line !== null).map((line) => `${unit.name}  ${line}`);
}
