import { defineMessages } from '../translate.ts';

export const noticesMessages = defineMessages(
  {
    number: '编号',
    state: '状态',
    title: '标题',
    audience: '范围',
    progress: '送达',
    persons: '{n}人',
    none: '没有通知。按 n 发一条。',
    nothingHere: '这里没有通知。',
    closedState: '{action}: 不可,当前{state}(须在: {states})',
    closedOwn: '{action}: 不可,须由起草人以外、有审批权的人办理(谁发布谁负责)。',
    preview: '将发给 {persons}人 {households}户 ({regions})。再按 Enter 提交审批,Esc 收起。',
    nobody: '所选范围没有登记的居民,请换一个范围。',
    pushed: '{no} 已提交审批,可由 {names} 批准。',
    actions: '现在可办',
  },
  {
    number: 'Number',
    state: 'State',
    title: 'Title',
    audience: 'Audience',
    progress: 'Delivered',
    persons: '{n} pers.',
    none: 'No notices. n writes one.',
    nothingHere: 'There is no notice here.',
    closedState: '{action}: closed, it is {state} (only when: {states})',
    closedOwn: '{action}: closed; somebody who may approve and did not write it has to do it.',
    preview:
      'Will reach {persons} persons in {households} households ({regions}). Enter again asks for approval.',
    nobody: 'Nobody is registered in the chosen regions: choose others.',
    pushed: '{no} waits for approval by {names}.',
    actions: 'Open now',
  },
);
