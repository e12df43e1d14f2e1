import { defineMessages } from '../translate.ts';

/** Names of the screens where there is no room for the whole ones; of the one shown the whole name stands there all the same. */
export const tabMessages = defineMessages(
  {
    workbench: '工作台',
    requests: '办件',
    notices: '通知',
    entry: '录入',
    triage: '分诊',
    approvals: '审批',
    operators: '账号',
    audit: '审计',
    stats: '统计',
  },
  {
    workbench: 'Work',
    requests: 'Req',
    notices: 'Notice',
    entry: 'Entry',
    triage: 'Triage',
    approvals: 'Appr',
    operators: 'Acct',
    audit: 'Audit',
    stats: 'Fig',
  },
);
