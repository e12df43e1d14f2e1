import type { Action } from '@district/contract/transitions.ts';
import { ACTIONS } from '@district/contract/transitions.ts';
import type { Approval, Overview, RequestDetail, RequestSummary } from '@district/contract/types.ts';

/** Wednesday 2026-11-25 08:31:07 in Asia/Shanghai. */
export const NOW = '2026-11-25T00:31:07.000Z';

export const STREET = { code: '320302003000', name: '琵琶街道', path: '鼓楼区/琵琶街道' };
export const AGENCY = { kind: 'agency', id: 'urban_management', name: '城管' } as const;

export function aRequest(at: number, over: Partial<RequestSummary> = {}): RequestSummary {
  return {
    no: `GL261112-${String(at).padStart(4, '0')}`,
    title: `路灯不亮,老人夜里摔倒 第${at}盏`,
    state: 'in_progress',
    light: 'red',
    promisedDueAt: '2026-11-23T16:00:00.000Z',
    statutoryDueAt: '2026-11-27T16:00:00.000Z',
    provisional: false,
    pausedSince: null,
    submittedAt: '2026-11-12T01:02:00.000Z',
    lastActionAt: '2026-11-14T02:05:00.000Z',
    round: 1,
    returns: 1,
    reminders: 0,
    remindedAt: null,
    urgent: false,
    vulnerable: true,
    source: 'hotline',
    externalNo: '12345-261112-88231',
    item: { id: 'street_lights', nameZh: '路灯', nameEn: 'Street lights', category: 'living' },
    region: STREET,
    lead: AGENCY,
    openApproval: null,
    claim: null,
    version: 3,
    actions: ['remind', 'supervise', 'transfer'],
    ...over,
  };
}

export function aDetail(summary: RequestSummary): RequestDetail {
  const closed = ACTIONS.filter((action) => !summary.actions.includes(action));
  return {
    ...summary,
    body: '小区北门三盏路灯坏了两周,我母亲昨晚摔了一跤',
    place: {
      region: STREET,
      address: '牌楼小区北门',
      grid: '3',
      longitude: null,
      latitude: null,
      datum: null,
    },
    applicant: { name: '张*', phone: '138****5521', identity: null },
    assistants: [],
    attachments: [],
    clock: {
      startedAt: '2026-11-12T01:02:00.000Z',
      stoppedAt: null,
      promised: { limit: 5, unit: 'working_day' },
      statutory: { limit: 15, unit: 'working_day' },
      basisZh: '',
      extendedBy: null,
      pauses: [],
    },
    acceptBy: null,
    returnBy: null,
    externalDueAt: null,
    firstContactAt: null,
    callback: null,
    rectification: null,
    mergedInto: null,
    timeline: [
      {
        seq: 1,
        at: '2026-11-12T01:02:00.000Z',
        action: 'create',
        phase: 'done',
        from: null,
        to: 'submitted',
        round: 1,
        by: null,
        text: null,
        unit: null,
        public: true,
      },
      {
        seq: 2,
        at: '2026-11-14T02:05:00.000Z',
        action: 'return',
        phase: 'refused',
        from: 'in_progress',
        to: 'in_progress',
        round: 1,
        by: { name: '李娜', unit: null },
        text: '产权在城管',
        unit: null,
        public: false,
      },
    ],
    closedActions: closed.map((action: Action) => ({
      action,
      reason: action === 'extend' ? 'before_promised_due' : 'state',
      openFrom: [],
    })),
  };
}

export function anApproval(at: number, over: Partial<Approval> = {}): Approval {
  return {
    id: `approval-${at}`,
    kind: 'extend',
    state: 'pending',
    applicant: { name: '赵敏', unit: AGENCY },
    reason: '配件未到货',
    limit: { limit: 3, unit: 'working_day' },
    until: null,
    arbitration: false,
    openedAt: '2026-11-24T08:00:00.000Z',
    decideBy: '2026-11-25T01:30:00.000Z',
    decidedAt: null,
    decidedBy: null,
    automatic: false,
    decision: null,
    version: 1,
    request: aRequest(at),
    actions: ['grant', 'refuse'],
    ...over,
  };
}

export function anOverview(): Overview {
  const tightest = (no: string, promisedDueAt: string) => ({
    no,
    promisedDueAt,
    statutoryDueAt: promisedDueAt,
  });
  const lead = (name: string, count: number) => ({ unit: { ...AGENCY, name }, count });
  return {
    asOf: NOW,
    groups: [
      {
        id: 'overdue_statutory',
        count: 3,
        q: 'is:overdue-statutory',
        tightest: tightest('GL261112-0042', '2026-11-23T16:00:00.000Z'),
        byLead: [lead('城管', 2), lead('人社', 1)],
      },
      {
        id: 'overdue',
        count: 38,
        q: 'is:overdue',
        tightest: tightest('GL261113-0107', '2026-11-23T16:00:00.000Z'),
        byLead: [lead('城管', 21), lead('房产', 9), lead('市场监管', 8)],
      },
      {
        id: 'due_today',
        count: 12,
        q: 'is:due-today',
        tightest: tightest('GL261119-0233', '2026-11-25T10:00:00.000Z'),
        byLead: [lead('琵琶街道', 5), lead('城管', 4)],
      },
      {
        id: 'second_return',
        count: 2,
        q: 'is:arbitration',
        tightest: tightest('GL261112-0018', '2026-11-28T16:00:00.000Z'),
        byLead: [lead('城管', 2)],
      },
      { id: 'unassigned', count: 0, q: 'is:unassigned', tightest: null, byLead: [] },
    ],
    approvals: {
      byKind: [
        { kind: 'extend', count: 4 },
        { kind: 'return', count: 2 },
      ],
      count: 6,
      earliestDecideBy: '2026-11-25T01:30:00.000Z',
    },
    open: 412,
  };
}
