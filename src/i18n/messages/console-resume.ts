import { defineMessages } from '../translate.ts';

export const resumeMessages = defineMessages(
  {
    title: '上次没有做完({at}):继续吗?',
    form: '未发的 {action} {no}',
    batch: '未发的 {action},{n} 件',
    unknown: '(已发出,结果未知;再发一次不会重复)',
    inJournal: '批次 {id}:已办成的不会重办',
    draft: '收起的 {action} {no}',
    drafts: '另有收起的文字 {n} 份',
    command: '未运行的命令  {line}',
    marks: '选着 {n} 件',
    filter: '筛选  {q}',
    typedFilter: '正在写的筛选  {q}',
    place: '在看  {screen} {no}',
  },
  {
    title: 'Not finished last time ({at}): resume?',
    form: 'Not sent: {action} {no}',
    batch: 'Not sent: {action}, {n} requests',
    unknown: '(sent, outcome unknown; sending again does it once)',
    inJournal: 'batch {id}: what is done is not done again',
    draft: 'Put away: {action} {no}',
    drafts: '{n} more texts put away',
    command: 'Not run: {line}',
    marks: '{n} marked',
    filter: 'Filter  {q}',
    typedFilter: 'Filter being typed  {q}',
    place: 'Looking at  {screen} {no}',
  },
);
