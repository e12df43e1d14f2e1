import type { Action, ClosedReason } from '@district/contract/transitions.ts';
import type { Overview, TimelineEntry } from '@district/contract/types.ts';
import type {
  ApprovalDecider,
  ApprovalKind,
  ApprovalState,
  Light,
  LimitUnit,
  Rating,
  RectificationState,
  RegionLevel,
  RequestSource,
  RequestState,
  Role,
  RolloutState,
  ServiceCategory,
  TemplateField,
  Verdict,
} from '@district/contract/vocabulary.ts';
import type { Language } from './translate.ts';

export type Word = readonly [zh: string, en: string];

const STATES: Record<RequestState, Word> = {
  submitted: ['待受理', 'submitted'],
  accepted: ['已受理', 'accepted'],
  assigned: ['待签收', 'assigned'],
  in_progress: ['办理中', 'in progress'],
  suspended: ['中止计时', 'suspended'],
  resolved: ['已答复待回访', 'resolved'],
  closed: ['已归档', 'closed'],
  declined: ['不予受理', 'declined'],
  withdrawn: ['撤回', 'withdrawn'],
};

const ACTION_WORDS: Record<Action | 'create' | 'reckon' | 'note' | 'rate', Word> = {
  note: ['内部备注', 'internal note'],
  reckon: ['重算期限', 'reckon'],
  rate: ['居民评价', 'rate'],
  create: ['登记', 'filed'],
  accept: ['受理', 'accept'],
  decline: ['不予受理', 'decline'],
  request_correction: ['补正告知', 'ask for correction'],
  submit_correction: ['补正', 'correction received'],
  assign: ['派单', 'assign'],
  sign: ['签收', 'sign'],
  transfer: ['转办', 'transfer'],
  return: ['退回', 'return'],
  arbitrate: ['裁定', 'arbitrate'],
  consult: ['会办', 'consult'],
  remind: ['催办', 'remind'],
  supervise: ['督办', 'supervise'],
  extend: ['延期', 'extend'],
  special_procedure: ['特别程序', 'special procedure'],
  resume: ['恢复计时', 'resume'],
  resolve: ['办结', 'resolve'],
  callback: ['回访', 'call back'],
  close: ['归档', 'close'],
  reopen: ['重办', 'reopen'],
  merge: ['并案', 'merge'],
  withdraw: ['撤回', 'withdraw'],
  undo: ['撤销上一步', 'undo'],
};

/** What else events tell of beside the actions on a request. */
const EVENT_WORDS: Readonly<Record<string, Word>> = {
  ...ACTION_WORDS,
  claim: ['认领', 'claim'],
  release: ['放回', 'release'],
  snooze: ['稍后', 'put off'],
  wake: ['拿回', 'back'],
  lapse: ['认领到时', 'claim over'],
  hold_reminder: ['催办待发', 'reminder waits'],
  take_reminder_back: ['收回催办', 'reminder taken back'],
  start: ['接班', 'on duty'],
  handover: ['交班', 'handed over'],
  over: ['到点结束', 'over'],
  acknowledge: ['销项', 'acknowledged'],
};

const CLOSED_REASON_WORDS: Record<ClosedReason, Word> = {
  state: ['当前状态不能办', 'not in this state'],
  role: ['您的岗位不能办', 'not for your role'],
  not_lead_unit: ['不是主办单位', 'your unit does not lead it'],
  no_open_approval: ['有审批未决', 'an approval is open'],
  open_return_to_arbitrate: ['没有待裁定的退回', 'no return waits for arbitration'],
  before_promised_due: ['须在到期日之前申请', 'it has to be asked for before the day the limit ends'],
  no_open_rectification: [
    '差评还没有整改:先重办,交别的单位',
    'a poor rating waits to be put right: reopen it first',
  ],
  correction_not_yet_asked: ['已告知过一次补正', 'correction was asked once already'],
  correction_awaited: ['没有等着补正', 'no correction is waited for'],
  no_special_procedure: ['已在特别程序中', 'a special procedure is open already'],
  special_procedure_open: ['不在特别程序中', 'no special procedure is open'],
  in_time_to_correct: [
    '受理前的补正须在五个工作日内告知',
    'before acceptance it has to be asked within five working days',
  ],
  in_time_to_return: [
    '派单满两个工作日,不能再退回:可会办,或请中心转办',
    'two working days are over: consult another unit',
  ],
  step_to_undo: ['上一步不能撤销,或已有后续', 'the last step cannot be taken back, or something followed it'],
  not_your_step: ['上一步不是您办的', 'the last step was somebody else’s'],
};

const LIGHT_WORDS: Record<Light, Word> = {
  red: ['红', 'red'],
  yellow: ['黄', 'yellow'],
  green: ['绿', 'green'],
};

const APPROVAL_KIND_WORDS: Record<ApprovalKind, Word> = {
  return: ['退单', 'return'],
  extend: ['延期', 'extension'],
  special_procedure: ['特别程序', 'special procedure'],
  decline: ['不予受理', 'decline'],
  resolve: ['办结审核', 'resolution'],
};

const APPROVAL_STATE_WORDS: Record<ApprovalState, Word> = {
  pending: ['待批', 'pending'],
  escalated: ['已上报', 'escalated'],
  granted: ['已批准', 'granted'],
  refused: ['已驳回', 'refused'],
  taken_back: ['已撤回', 'taken back'],
};

const DECIDER_WORDS: Record<ApprovalDecider, Word> = {
  centre: ['中心', 'the centre'],
  administrator: ['管理员', 'an administrator'],
};

const PHASE_WORDS: Record<TimelineEntry['phase'], Word> = {
  done: ['已办', 'done'],
  asked: ['申请', 'asked'],
  granted: ['批准', 'granted'],
  refused: ['驳回', 'refused'],
  escalated: ['逾期上报', 'escalated'],
  deemed: ['视为', 'deemed done'],
};

const SOURCE_WORDS: Record<RequestSource, Word> = {
  public: ['居民自助', 'public'],
  phone: ['电话', 'phone'],
  window: ['窗口', 'window'],
  app: ['应用', 'app'],
  grid: ['网格员', 'grid worker'],
  hotline: ['12345转办', '12345 hotline'],
};

const CATEGORY_WORDS: Record<ServiceCategory, Word> = {
  government: ['政务', 'government'],
  community: ['社区', 'community'],
  property: ['物业', 'property'],
  living: ['生活', 'living'],
  neighbourhood: ['邻里', 'neighbourhood'],
  public_benefit: ['公益', 'public benefit'],
  volunteer: ['志愿', 'volunteer'],
};

const LIMIT_UNIT_WORDS: Record<LimitUnit, Word> = {
  working_day: ['个工作日', 'working days'],
  calendar_day: ['天', 'calendar days'],
  hour: ['小时', 'hours'],
};

const RATING_WORDS: Record<Rating, Word> = {
  very_satisfied: ['非常满意', 'very satisfied'],
  satisfied: ['满意', 'satisfied'],
  basically_satisfied: ['基本满意', 'basically satisfied'],
  dissatisfied: ['不满意', 'dissatisfied'],
  very_dissatisfied: ['非常不满意', 'very dissatisfied'],
};

const RECTIFICATION_WORDS: Record<RectificationState, Word> = {
  open: ['差评待整改', 'rated poorly, to be put right'],
  under_way: ['整改中', 'being put right'],
  done: ['已整改', 'put right'],
};

const TEMPLATE_FIELD_WORDS: Record<TemplateField, Word> = {
  reply: ['答复', 'reply'],
  reason: ['理由', 'reason'],
  remark: ['备注', 'remark'],
};

const ROLE_WORDS: Record<Role, Word> = {
  province_administrator: ['省级管理员', 'province administrator'],
  city_administrator: ['市级管理员', 'city administrator'],
  administrator: ['区级管理员', 'district administrator'],
  duty_officer: ['值班员', 'duty officer'],
  approver: ['审批员', 'approver'],
  notice_author: ['通知撰写员', 'notice author'],
  agency_handler: ['部门经办人', 'agency handler'],
  street_operator: ['街道操作员', 'street operator'],
  community_operator: ['社区操作员', 'community operator'],
  security_officer: ['安全管理员', 'security officer'],
  auditor: ['审计员', 'auditor'],
};

const REGION_LEVEL_WORDS: Record<RegionLevel, Word> = {
  province: ['省', 'province'],
  city: ['市', 'city'],
  district: ['区', 'district'],
  street: ['街道', 'street'],
  town: ['镇', 'town'],
  township: ['乡', 'township'],
  zone: ['片区', 'zone'],
  community: ['社区', 'community'],
  village: ['村', 'village'],
};

const OVERVIEW_GROUP_WORDS: Record<Overview['groups'][number]['id'], Word> = {
  overdue_statutory: ['超法定时限', 'past the statutory limit'],
  overdue: ['超承诺时限', 'past the promised limit'],
  due_today: ['今天到期', 'due today'],
  second_return: ['第2次退回,待裁定', 'second return, to arbitrate'],
  rectification: ['差评待整改', 'poor ratings to put right'],
  unassigned: ['待派单', 'not yet assigned'],
};

const ROLLOUT_WORDS: Record<RolloutState, Word> = {
  not_installed: ['未装', 'not installed'],
  installed: ['已装', 'installed'],
  entering: ['录入', 'entering'],
  verified: ['核验', 'verified'],
  live: ['上线', 'live'],
};

const VERDICT_WORDS: Record<Verdict, Word> = {
  behind: ['落后', 'behind'],
  fast_and_wrong: ['落后(错)', 'fast and wrong'],
  on_track: ['如期', 'on track'],
  complete: ['已完成', 'complete'],
  not_started: ['未开始', 'not started'],
};

/** A platform of a later minor version may send a word that is not known here: it is shown as it came. */
export function reader(words: Readonly<Record<string, Word>>) {
  return (word: string, language: Language): string => {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    return known ? known[language === 'zh' ? 0 : 1] : word;
  };
}

export const stateText = reader(STATES);
export const actionText = reader(ACTION_WORDS);
export const eventActionText = reader(EVENT_WORDS);
export const closedReasonText = reader(CLOSED_REASON_WORDS);
export const lightText = reader(LIGHT_WORDS);
export const approvalKindText = reader(APPROVAL_KIND_WORDS);
export const approvalStateText = reader(APPROVAL_STATE_WORDS);
export const deciderText = reader(DECIDER_WORDS);
export const phaseText = reader(PHASE_WORDS);
export const overviewGroupText = reader(OVERVIEW_GROUP_WORDS);
export const sourceText = reader(SOURCE_WORDS);
export const categoryText = reader(CATEGORY_WORDS);
export const ratingText = reader(RATING_WORDS);
export const rectificationText = reader(RECTIFICATION_WORDS);
export const templateFieldText = reader(TEMPLATE_FIELD_WORDS);
const roleWord = reader({ ...ROLE_WORDS, none: ['尚无岗位', 'no role yet'] });
export const roleText = (role: Role | null, language: Language) => roleWord(role ?? 'none', language);
export const regionLevelText = reader(REGION_LEVEL_WORDS);
export const rolloutText = reader(ROLLOUT_WORDS);
export const verdictText = reader(VERDICT_WORDS);

/** `5个工作日`, `5 working days`. */
export function limitText(limit: number, unit: string, language: Language): string {
  const word = reader(LIMIT_UNIT_WORDS)(unit, language);
  if (language === 'zh') return `${limit}${word}`;
  return `${limit} ${limit === 1 ? word.replace(/s$/, '') : word}`;
}

/** A word and how many of it, as a table of figures says it. */
export function counted(word: string, count: number, language: Language): string {
  return language === 'en' ? `${word} ${count}` : `${word}${count}`;
}
