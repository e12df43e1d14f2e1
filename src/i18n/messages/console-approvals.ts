import { defineMessages } from '../translate.ts';

export const approvalsMessages = defineMessages(
  {
    decideBy: '批复期限',
    kind: '类别',
    number: '单号',
    title: '事项',
    applicant: '申请',
    reason: '理由',
    arbitration: '须裁定',
    escalated: '已上报',
    count: '待批 {n} 件',
  },
  {
    decideBy: 'Decide by',
    kind: 'Kind',
    number: 'Number',
    title: 'Matter',
    applicant: 'Asked by',
    reason: 'Reason',
    arbitration: 'arbitrate',
    escalated: 'escalated',
    count: '{n} to decide',
  },
);
