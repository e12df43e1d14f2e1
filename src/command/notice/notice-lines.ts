import type { NoticeDetail, NoticeSummary } from '@district/contract/types.ts';
import {
  channelText,
  deliveryStateText,
  noticeActionText,
  noticeStateText,
} from '../../i18n/notice-words.ts';
import { figureText } from '../../i18n/progress-text.ts';
import { timeText } from '../../i18n/time.ts';
import type { Language } from '../../i18n/translate.ts';
import { roleText } from '../../i18n/words.ts';
import { progressBar } from '../../output/plot.ts';

/** `150,000人 50,000户`: persons and households, never one for the other. */
function audienceText({ persons, households }: NoticeSummary['counts'], language: Language): string {
  const [people, homes] = [figureText(persons), figureText(households)];
  return language === 'zh' ? `${people}人 ${homes}户` : `${people} persons, ${homes} households`;
}

/** One line of what became of a notice. */
export function noticeLine(notice: NoticeSummary, language: Language): string {
  return `${notice.no}  ${noticeStateText(notice.state, language)}  ${titleText(notice, language)}  ${audienceText(notice.counts, language)}`;
}

export function titleText(
  { title, exercise }: Pick<NoticeSummary, 'title' | 'exercise'>,
  language: Language,
): string {
  return exercise ? `${language === 'zh' ? '[演练]' : '[EXERCISE]'} ${title}` : title;
}

/** What was stored, whom it will reach, and who may let it go. */
export function pushLines(notice: NoticeDetail, language: Language): string[] {
  const approvers = approversText(notice, language);
  return language === 'zh'
    ? [noticeLine(notice, language), `可由 ${approvers} 审批:district notices approve ${notice.no}`]
    : [noticeLine(notice, language), `To be approved by ${approvers}: district notices approve ${notice.no}`];
}

function approversText({ approvers }: NoticeDetail, language: Language): string {
  if (approvers.length === 0) return language === 'zh' ? '(没有可审批的人)' : '(nobody)';
  const names = approvers.map(({ name, role }) => `${name}(${roleText(role, language)})`);
  return names.join(language === 'zh' ? '、' : ', ');
}

export function noticeLines(notice: NoticeDetail, language: Language): string[] {
  const zh = language === 'zh';
  const { author, approver, channels, audience } = notice;
  const decided = approver === null ? '' : `  ${zh ? '审批' : 'approved by'} ${approver}`;
  const pending =
    notice.state === 'pending_approval'
      ? [`${zh ? '可审批' : 'may approve'}  ${approversText(notice, language)}`]
      : [];
  return [
    `${notice.no}  ${titleText(notice, language)}`,
    `${noticeStateText(notice.state, language)}  ${audienceText(notice.counts, language)}  ${zh ? '起草' : 'by'} ${author}${decided}`,
    `${zh ? '范围' : 'audience'}  ${audience.map(({ path }) => path).join(', ')}`,
    `${zh ? '渠道' : 'channels'}  ${channels.map((channel) => channelText(channel, language)).join(', ')}`,
    ...(notice.deliveries.length === 0
      ? []
      : [`${zh ? '送达' : 'deliveries'}  ${deliveriesText(notice, language)}`]),
    ...pending,
    '',
    notice.body,
    '',
    ...notice.timeline.map(({ at, action, by, text }) =>
      [timeText(at), noticeActionText(action, language), by ?? (zh ? '平台' : 'platform'), text ?? '']
        .filter((part) => part !== '')
        .join('  '),
    ),
  ];
}

function deliveriesText({ deliveries }: NoticeDetail, language: Language): string {
  return deliveries
    .map(({ state, count }) => `${deliveryStateText(state, language)} ${figureText(count)}`)
    .join('  ');
}

/** `TZ-GL261125-0001  发送中  [#####.....]  75,000/150,000  失败0`. */
export function progressLine(
  { no, state, counts }: Pick<NoticeSummary, 'no' | 'state' | 'counts'>,
  language: Language,
): string {
  const { delivered, failed, total } = counts;
  const numbers = `${figureText(delivered)}/${figureText(total)}`;
  const failures = `${language === 'zh' ? '失败' : 'failed '}${failed}`;
  return `${no}  ${noticeStateText(state, language)}  ${progressBar(delivered + failed, total, BAR_COLUMNS)}  ${numbers}  ${failures}`;
}

const BAR_COLUMNS = 20;
