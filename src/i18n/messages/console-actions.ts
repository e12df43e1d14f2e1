import { defineMessages } from '../translate.ts';

export const actionMessages = defineMessages(
  {
    grant: '批准',
    addAccount: '新增账号',
    refuse: '驳回',
    nothingHere: '这里没有可办的件。',
    notLoadedYet: '还在载入,请再按一次。',
    closed: '{action}: 不可,{why}',
    closedForAll: '{action}: 所选 {n} 件都不可办。',
    openFrom: '(须在: {states})',
    needsArbitration: '第2次退回,须裁定: 按 {key} 裁定给一个单位。',
    notYours: '这项审批不归您批。',
    missing: '还差: {field}',
    wrongGuard: '这里是 {name}:请输入它的名称。什么也没有发出。',
    sentSingle: '{no} 已{action}。',
    sentBatch: '已{action} {n} 件。',
    askedApproval: '{no} 已报请{kind}审批,{at} 前批复。',
    sessionOver: '会话已结束,没有送出。文字还在;登录后按 Enter 再送,已办成的不会重办。',
    roadFailed: '没有送到或不知是否办成: {why} 文字还在;连上后按 Enter 再送,不会办两遍。',
  },
  {
    grant: 'grant',
    addAccount: 'add an account',
    refuse: 'refuse',
    nothingHere: 'There is nothing here to act on.',
    notLoadedYet: 'Still loading; press it again.',
    closed: '{action}: closed, {why}',
    closedForAll: '{action}: closed to all {n} chosen.',
    openFrom: ' (only when: {states})',
    needsArbitration: 'A second return has to be arbitrated: press {key} to send it to a unit.',
    notYours: 'This approval is not yours to decide.',
    missing: 'Still needed: {field}',
    wrongGuard: 'This is {name}: type its name. Nothing was sent.',
    sentSingle: '{no}: {action} done.',
    sentBatch: '{action}: {n} done.',
    askedApproval: '{no}: approval asked for ({kind}), to be decided by {at}.',
    sessionOver:
      'The session has ended; this was not sent. Your text is kept; sign in, then Enter sends it, and nothing is done twice.',
    roadFailed:
      'Not delivered, or outcome unknown: {why} Your text is kept; Enter sends it again and it is not done twice.',
  },
);
