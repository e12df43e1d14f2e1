import type { IsValue } from '@district/contract/filter/terms.ts';
import { reader, type Word } from './words.ts';

const KEY_WORDS: Readonly<Record<string, Word>> = {
  is: ['情形', 'what it is'],
  state: ['状态', 'state'],
  light: ['灯', 'light'],
  category: ['类别', 'category'],
  source: ['来源', 'source'],
  approval: ['待批的审批', 'approval that is open'],
  rating: ['评价', 'rating'],
  region: ['地区及其下级', 'region and what is below'],
  district: ['区', 'district'],
  street: ['街道', 'street'],
  community: ['社区', 'community'],
  to: ['主办', 'unit that leads'],
  assistant: ['协办', 'unit that assists'],
  unit: ['主办或协办', 'unit that leads or assists'],
  item: ['事项', 'matter'],
  no: ['单号,或其开头', 'number, or its beginning'],
  external: ['上级单号,或其开头', 'number elsewhere, or its beginning'],
  age: ['提交多久', 'time since it was filed'],
  idle: ['多久没动', 'time since anything was done'],
  due: ['承诺时限', 'promised deadline'],
  statutory: ['法定时限', 'statutory deadline'],
  submitted: ['提交日期', 'day it was filed'],
  acted: ['最近办理日期', 'day something was last done'],
  returns: ['退回次数', 'times returned'],
  reminders: ['催办次数', 'times reminded'],
  round: ['第几轮', 'round'],
};

const IS_WORDS: Record<IsValue, Word> = {
  open: ['未办完', 'not finished'],
  finished: ['已办完', 'finished'],
  overdue: ['超承诺时限', 'past the promised limit'],
  'overdue-statutory': ['超法定时限', 'past the statutory limit'],
  'due-today': ['今天到期', 'due today'],
  unassigned: ['未派单', 'not yet assigned'],
  urgent: ['紧急', 'urgent'],
  vulnerable: ['涉弱势', 'concerns somebody vulnerable'],
  returned: ['被退回过', 'was returned'],
  arbitration: ['待裁定', 'to arbitrate'],
  'awaiting-approval': ['有审批未决', 'an approval is open'],
  provisional: ['期限暂定', 'deadline provisional'],
  reopened: ['重办过', 'was reopened'],
  merged: ['并入他件', 'merged into another'],
  claimed: ['有人认领', 'claimed by somebody'],
  rectification: ['差评待整改', 'rated poorly, to be put right'],
};

/** What a key of the filter is about. */
export const keyText = reader(KEY_WORDS);
export const isText = reader(IS_WORDS);
