import { type Language } from './translate.ts';
import { actionText, phaseText, reader, type Word } from './words.ts';

const NOUN_WORDS: Readonly<Record<string, Word>> = {
  requests: ['办件', 'requests'],
  approvals: ['审批', 'approvals'],
  notices: ['通知', 'notices'],
  progress: ['录入', 'progress'],
  operators: ['人员', 'operators'],
  sessions: ['会话', 'sessions'],
  tokens: ['令牌', 'tokens'],
  passwords: ['口令', 'passwords'],
  one_time_codes: ['一次性验证码', 'one-time codes'],
  access: ['登录', 'access'],
  audit: ['审计', 'audit'],
  events: ['实时消息', 'events'],
  regions: ['区划', 'regions'],
  calendar: ['日历', 'calendar'],
  reminders: ['催办单', 'reminders'],
  triage: ['分诊', 'triage'],
  paging: ['叫人', 'paging'],
  pages: ['叫人', 'pages'],
  duty: ['值班', 'duty'],
  templates: ['模板', 'templates'],
  rectification: ['整改时限', 'rectification'],
  refusals: ['拒绝', 'refusals'],
};

/** Verbs of the platform beside the actions on requests. */
const VERB_WORDS: Readonly<Record<string, Word>> = {
  list: ['列出', 'list'],
  get: ['查看', 'get'],
  read: ['查看', 'read'],
  act: ['办理', 'act'],
  count: ['计数', 'count'],
  stream: ['接收', 'stream'],
  verify: ['核验', 'verify'],
  grant: ['批准', 'grant'],
  refuse: ['驳回', 'refuse'],
  approve: ['批准', 'approve'],
  submit: ['送审', 'submit'],
  recall: ['撤回', 'recall'],
  begin: ['开始发送', 'begin'],
  finish: ['发送完毕', 'finish'],
  file: ['提交', 'file'],
  sign_in: ['网页登录', 'sign in'],
  allow: ['允许登录', 'allow'],
  open: ['登录', 'open'],
  end: ['退出', 'end'],
  add: ['增设', 'add'],
  disable: ['停用', 'disable'],
  enable: ['启用', 'enable'],
  empower: ['授岗', 'empower'],
  revoke: ['吊销', 'revoke'],
  reveal: ['查看明文', 'reveal'],
  attach: ['添加附件', 'attach'],
  view_attachment: ['查看附件', 'view attachment'],
  detach: ['删去附件', 'detach'],
  unlock: ['解锁', 'unlock'],
  reset: ['重设口令', 'reset'],
  change: ['修改', 'change'],
  on: ['启用', 'on'],
  off: ['关闭', 'off'],
  export: ['导出', 'export'],
  find: ['按诉求人查找', 'find'],
  claim: ['认领', 'claim'],
  release: ['放回', 'release'],
  snooze: ['稍后', 'snooze'],
  wake: ['拿回', 'wake'],
  lapse: ['认领到时', 'lapse'],
  start: ['接班', 'start'],
  handover: ['交班', 'handover'],
  over: ['到点结束', 'over'],
  acknowledge: ['销项', 'acknowledge'],
  make: ['开具', 'make'],
  take_back: ['收回', 'take back'],
  test: ['试叫', 'test'],
  set: ['设定', 'set'],
  save: ['保存', 'save'],
  remove: ['删去', 'remove'],
  forget: ['到期清理', 'forget'],
  beyond: ['合并计数', 'beyond'],
};

const nounText = reader(NOUN_WORDS);
const verbText = reader(VERB_WORDS);

/** `requests.accept` as it is, for people who type it; in Chinese 办件 受理. */
export function auditActionText(action: string, language: Language): string {
  if (language === 'en') return action;
  const [noun = '', verb = '', ...phases] = action.split('.');
  const verbWord = Object.hasOwn(VERB_WORDS, verb) ? verbText(verb, language) : actionText(verb, language);
  return [nounText(noun, language), verbWord, ...phases.map((phase) => phaseText(phase, language))].join(' ');
}

export const auditOutcomeText = reader({ done: ['已办', 'done'], refused: ['被拒', 'refused'] });

const CODE_WORDS: Readonly<Record<string, Word>> = {
  forbidden: ['无此权限', 'not within rights'],
  own_notice: ['不能自批', 'own notice'],
  scope_missing: ['令牌范围不足', 'token not made for it'],
  session_ended: ['会话已结束', 'session ended'],
  not_found: ['不在辖区内', 'outside one’s area'],
  rate_limited: ['请求过多', 'too many'],
  unauthenticated: ['登录名、口令或验证码不对', 'wrong name, password or code'],
};
export const refusalText = reader(CODE_WORDS);

export const findingText = reader({
  changed: ['内容被改', 'changed'],
  removed: ['被删', 'removed'],
  inserted: ['被插入', 'inserted'],
  reordered: ['次序或封印被动', 'moved, or its seal altered'],
  cut_off: ['末尾被截', 'cut off at the end'],
  rewritten: ['与检查点不符,链被重写', 'not the chain a checkpoint saw'],
  forged: ['检查点或起点签名不实', 'checkpoint or anchor with a false signature'],
});
