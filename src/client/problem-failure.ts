import { isProblemCode, PROBLEMS, type ProblemCode } from '@district/contract/problems.ts';
import type { Problem } from '@district/contract/types.ts';
import type { Bilingual, Failure } from '../command/operation.ts';
import { currentStateText } from '../i18n/current-words.ts';
import { fieldMessageZh } from '../i18n/field-messages.ts';
import { noticeStateText } from '../i18n/notice-words.ts';
import { dueText, timeText } from '../i18n/time.ts';
import { closedReasonText, stateText } from '../i18n/words.ts';

const SENTENCES_ZH: Record<ProblemCode, string> = {
  malformed: '请求的格式不对。',
  filter_invalid: '筛选条件读不懂。',
  cursor_invalid: '翻页标记不是本平台给出的。',
  idempotency_key_missing: '写入缺少 Idempotency-Key。',
  authorization_pending: '还没有人在网页上允许这次登录。',
  slow_down: '询问得太频繁。',
  access_denied: '这次登录在网页上被拒绝。',
  expired_token: '登录码已过期。',
  invalid_grant: '登录码不存在,或已用过。',
  unauthenticated: '没有登录,或令牌已失效。',
  session_ended: '会话或令牌已结束,请重新登录。',
  forbidden: '您没有这项权限。',
  scope_missing: '令牌的权限范围不包括这项操作。',
  own_notice: '谁发布谁负责:自己起草的通知不能由自己审批,请另一位审批人办理。',
  own_post: '不能改动自己的岗位或账号。',
  not_found: '没有找到,或不在您的管辖范围内。',
  method_not_allowed: '这个地址不支持该方法。',
  transition_closed: '当前状态下不能这样办。',
  already_decided: '这项审批已有结论。',
  arbitration_needed: '第二次退回须由区里裁定,不能直接批准或驳回。',
  already_claimed: '已有人认领。',
  already_on_duty: '您已在值班:先交班,才能再接班。',
  not_on_duty: '您不在值班,或班次到点已自动结束:先用 duty start 接班。',
  already_reminded: '这个单位已催过,或催办单在等上班。',
  login_taken: '这个登录名已有人使用。',
  near_duplicate: '有一条几乎相同的通知已发出或待发,且发给同样的居民。',
  idempotency_conflict: '这个 Idempotency-Key 已用于另一个请求。',
  version_mismatch: '有人在您之前改动过。',
  body_too_large: '内容太长。',
  invalid: '有字段不符合要求。',
  unknown_region: '没有这个行政区划代码。',
  audience_empty: '所选范围内没有登记的居民。',
  too_costly: '要算的太多,超过了平台允许的时间。',
  version_missing: '改动缺少 If-Match。',
  rate_limited: '请求太频繁。',
  internal: '平台出错了。',
  unavailable: '平台尚未就绪。',
};

const SIGN_IN: Bilingual = {
  en: 'Run district login; a script needs a new DISTRICT_TOKEN.',
  zh: '请运行 district login;脚本请换新的 DISTRICT_TOKEN。',
};

const HINTS: Partial<Record<ProblemCode, Bilingual>> = {
  unauthenticated: SIGN_IN,
  session_ended: SIGN_IN,
  scope_missing: {
    en: 'district token list shows what each token was made for.',
    zh: 'district token list 列出各令牌的权限范围。',
  },
  transition_closed: {
    en: 'district requests show NO lists the actions that are open.',
    zh: 'district requests show 单号 可看到现在能办的动作。',
  },
  arbitration_needed: {
    en: 'Use district requests arbitrate NO --to UNIT --reason TEXT.',
    zh: '请用 district requests arbitrate 单号 --to 单位 --reason 理由。',
  },
  already_claimed: {
    en: 'district triage next shows the next one that is free.',
    zh: 'district triage next 看下一件没人认领的。',
  },
  near_duplicate: {
    en: 'district notices show NO shows it; recall it first if yours is to replace it.',
    zh: 'district notices show 编号 可查看;要以新的代替,请先撤回它。',
  },
  unknown_region: { en: 'district regions list shows the codes.', zh: 'district regions list 列出代码。' },
  audience_empty: {
    en: 'Choose other regions: district regions list.',
    zh: '请换一个范围:district regions list。',
  },
  filter_invalid: {
    en: 'district requests list --help tells the words of a filter.',
    zh: 'district requests list --help 列出筛选的写法。',
  },
  too_costly: { en: 'Shorten the period or narrow the filter.', zh: '请缩短期间,或收窄筛选。' },
  version_mismatch: { en: 'Look again, then decide.', zh: '请重新查看后再决定。' },
  rate_limited: { en: 'Wait a minute and try again.', zh: '请稍等一分钟再试。' },
  unavailable: { en: 'Try again in a few seconds.', zh: '请过几秒再试。' },
};

/** What the platform answered, or undefined when it is no problem document of the contract. */
export function readProblem(body: unknown): Problem | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body)) return undefined;
  const { code } = body;
  return typeof code === 'string' && isProblemCode(code) ? (body as Problem) : undefined;
}

/** A problem as a failure: English as the platform says it, Chinese from what the document carries. */
export function problemFailure(problem: Problem): Failure {
  const hint = HINTS[problem.code];
  return {
    kind: problem.code,
    message: { en: problem.detail || `${PROBLEMS[problem.code].title}.`, zh: sentenceZh(problem) },
    ...(hint && { hint }),
    exit: PROBLEMS[problem.code].exit,
    problem,
  };
}

function sentenceZh(problem: Problem): string {
  const parts = [SENTENCES_ZH[problem.code]];
  if (problem.reason) parts.push(`原因:${closedReasonText(problem.reason, 'zh')}。`);
  if (problem.endedAt) parts.push(`已于 ${dueText(problem.endedAt)} 截止。`);
  if (problem.current) {
    const { changedBy, state } = problem.current;
    parts.push(`现状:${currentStateText(state, 'zh')}${changedBy ? `,经手 ${changedBy}` : ''}。`);
  }
  if (problem.claim) parts.push(`${problem.claim.by} 已认领,到 ${timeText(problem.claim.until)}。`);
  if (problem.reminder) {
    const { by, count, unit, sendAt, sentAt } = problem.reminder;
    const when = sentAt === null ? `${timeText(sendAt)} 发出` : `${timeText(sentAt)} 已发出`;
    parts.push(`即 ${by} 给${unit.name}的催办单(${count}件),${when}。`);
  }
  if (problem.duplicate) {
    const { no, title, state } = problem.duplicate;
    parts.push(`即 ${no}“${title}”(${noticeStateText(state, 'zh')})。`);
  }
  if (problem.filter) {
    const { word, suggestion } = problem.filter;
    parts.push(`问题在“${word}”${suggestion ? `,是否想写“${suggestion}”` : ''}。`);
  }
  for (const { path, message, suggestion } of problem.fields ?? [])
    parts.push(
      suggestion === undefined
        ? `${path}:${fieldMessageZh(message)}。`
        : `${path}:没有这一项,是否想写“${suggestion}”。`,
    );
  return parts.join('');
}
