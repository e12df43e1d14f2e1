import type { Action } from '@district/contract/transitions.ts';
import type { RequestDetail, TimelineEntry } from '@district/contract/types.ts';
import { identityText } from '../i18n/privacy-words.ts';
import { dueText, timeText } from '../i18n/time.ts';
import { defineMessages, type Language, translate } from '../i18n/translate.ts';
import * as words from '../i18n/words.ts';

const messages = defineMessages(
  {
    round: '第{round}轮',
    externalNo: '上级单号 {no}',
    item: '事项    {name}({category})',
    due: '时限    承诺 {promised}({promisedLimit})  法定 {statutory}({statutoryLimit})',
    provisional: '        暂定:所涉年份的节假日安排尚未公布',
    paused: '        计时中止,自 {since}',
    procedure: '        特别程序至 {until} 止,届时恢复计时',
    extended: '        已延期 {by}',
    applicant: '诉求人  {name}  {phone}',
    place: '地点    {path}  {address}',
    lead: '主办    {lead}',
    assistants: '协办    {names}',
    callback: '回访    {at}  {reached}  {rating}',
    reached: '已联系到',
    notReached: '未联系到',
    merged: '并入    {no}',
    rectification: '整改    {state},{by} 前  原办 {from}',
    approval: '待批    {kind}',
    body: '-- 诉求 --',
    timeline: '-- 时间线 --',
    public: '公开',
    internal: '内部',
    platform: '平台',
    open: '-- 现在能办 --',
    none: '(无)',
    closed: '-- 不能办的,及原因 --',
    openFrom: '{reason}(可办状态:{states})',
    urgent: '紧急',
    vulnerable: '涉弱势',
    submitted: '登记    {at}  {source}',
    attachments: '附件    {names}',
  },
  {
    round: 'round {round}',
    externalNo: 'external number {no}',
    item: 'Item        {name} ({category})',
    due: 'Deadlines   promised {promised} ({promisedLimit})  statutory {statutory} ({statutoryLimit})',
    provisional: '            provisional: the calendar of a year in the limit is not out yet',
    paused: '            the clock is paused since {since}',
    procedure: '            the special procedure ends with {until}, and the clock runs again',
    extended: '            extended by {by}',
    applicant: 'Applicant   {name}  {phone}',
    place: 'Place       {path}  {address}',
    lead: 'Lead        {lead}',
    assistants: 'Assistants  {names}',
    callback: 'Call-back   {at}  {reached}  {rating}',
    reached: 'reached',
    notReached: 'not reached',
    merged: 'Merged into {no}',
    rectification: 'Rectify     {state}, by {by}  handled before by {from}',
    approval: 'Waiting     {kind}',
    body: '-- Request --',
    timeline: '-- Timeline --',
    public: 'public',
    internal: 'internal',
    platform: 'platform',
    open: '-- Open now --',
    none: '(none)',
    closed: '-- Closed, and why --',
    openFrom: '{reason} (open from: {states})',
    urgent: 'urgent',
    vulnerable: 'vulnerable',
    submitted: 'Submitted   {at}  {source}',
    attachments: 'Attachments {names}',
  },
);

type Say = (key: keyof typeof messages.zh, values?: Record<string, string | number>) => string;

/** One request as lines of text: who, what, by when, what happened, what can be done and why the rest cannot. */
export function requestLines(request: RequestDetail, language: Language): string[] {
  const say: Say = (key, values) => translate(messages, language, key, values);
  return [
    headline(request, language, say),
    ...facts(request, language, say),
    '',
    say('body'),
    request.body,
    '',
    say('timeline'),
    ...request.timeline.map((entry) => timelineLine(entry, language, say)),
    '',
    say('open'),
    request.actions.map((action) => namedAction(action, language)).join(', ') || say('none'),
    '',
    say('closed'),
    ...closedLines(request, language, say),
  ];
}

function headline(request: RequestDetail, language: Language, say: Say): string {
  return [
    request.no,
    request.title,
    words.stateText(request.state, language),
    request.light && words.lightText(request.light, language),
    say('round', { round: request.round }),
    request.urgent && say('urgent'),
    request.vulnerable && say('vulnerable'),
  ]
    .filter(Boolean)
    .join('  ');
}

function facts(request: RequestDetail, language: Language, say: Say): string[] {
  const { item, clock, applicant, place, callback } = request;
  const limit = (value: { limit: number; unit: string }) =>
    words.limitText(value.limit, value.unit, language);
  const lines = [
    say('item', {
      name: language === 'zh' ? item.nameZh : item.nameEn,
      category: words.categoryText(item.category, language),
    }),
    say('due', {
      promised: dueText(request.promisedDueAt),
      promisedLimit: limit(clock.promised),
      statutory: dueText(request.statutoryDueAt),
      statutoryLimit: limit(clock.statutory),
    }),
  ];
  if (request.provisional) lines.push(say('provisional'));
  if (request.pausedSince) lines.push(say('paused', { since: timeText(request.pausedSince) }));
  const until = clock.pauses.find((pause) => pause.until !== null)?.until;
  if (until) lines.push(say('procedure', { until }));
  if (clock.extendedBy) lines.push(say('extended', { by: limit(clock.extendedBy) }));
  if (request.openApproval) {
    lines.push(say('approval', { kind: words.approvalKindText(request.openApproval, language) }));
  }
  const source = words.sourceText(request.source, language);
  const external = request.externalNo ? `  ${say('externalNo', { no: request.externalNo })}` : '';
  lines.push(say('submitted', { at: timeText(request.submittedAt), source: source + external }));
  if (applicant) {
    const document = applicant.identity ? `  ${identityText(applicant.identity, language)}` : '';
    lines.push(say('applicant', { name: applicant.name, phone: `${applicant.phone ?? '-'}${document}` }));
  }
  lines.push(say('place', { path: place.region.path, address: place.address ?? '' }).trimEnd());
  lines.push(say('lead', { lead: request.lead?.name ?? '-' }));
  if (request.assistants.length > 0) lines.push(say('assistants', { names: names(request.assistants) }));
  if (request.attachments.length > 0) lines.push(say('attachments', { names: names(request.attachments) }));
  if (callback) {
    lines.push(
      say('callback', {
        at: timeText(callback.at),
        reached: say(callback.reached ? 'reached' : 'notReached'),
        rating: callback.rating ? words.ratingText(callback.rating, language) : '',
      }).trimEnd(),
    );
  }
  if (request.rectification) {
    const { state, by, from } = request.rectification;
    lines.push(
      say('rectification', {
        state: words.rectificationText(state, language),
        by: dueText(by),
        from: from?.name ?? '-',
      }),
    );
  }
  if (request.mergedInto) lines.push(say('merged', { no: request.mergedInto }));
  return lines;
}

function timelineLine(entry: TimelineEntry, language: Language, say: Say): string {
  const by = entry.by ? [entry.by.unit, entry.by.name].filter(Boolean).join(' ') : say('platform');
  const phase = entry.phase === 'done' ? '' : `(${words.phaseText(entry.phase, language)})`;
  const to = entry.unit ? ` -> ${entry.unit.name}` : '';
  const visibility = say(entry.public ? 'public' : 'internal');
  const text = entry.text ? `: ${entry.text}` : '';
  return `${timeText(entry.at)}  [${visibility}] ${words.actionText(entry.action, language)}${phase}${to}  ${by}${text}`;
}

function closedLines(request: RequestDetail, language: Language, say: Say): string[] {
  return request.closedActions.map(({ action, reason, openFrom }) => {
    const why = words.closedReasonText(reason, language);
    const states = openFrom
      .map((state) => words.stateText(state, language))
      .join(language === 'zh' ? '、' : ', ');
    const text = reason === 'state' && states ? say('openFrom', { reason: why, states }) : why;
    return `${namedAction(action, language)}: ${text}`;
  });
}

/** The word people know beside the one to type; in English they are the same. */
function namedAction(action: Action, language: Language): string {
  return language === 'en' ? action : `${words.actionText(action, language)} ${action}`;
}

function names(things: readonly { name: string }[]): string {
  return things.map(({ name }) => name).join(', ');
}
