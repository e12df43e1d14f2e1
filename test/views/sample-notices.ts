import type { NoticeDetail, NoticeSummary } from '@district/contract/types.ts';
import { STREET } from './sample-data.ts';

const OVER: readonly Partial<NoticeSummary>[] = [
  {
    state: 'sending',
    title: '停水通知',
    counts: { persons: 16_003, households: 5_334, total: 16_003, delivered: 8_000, failed: 0 },
    sentAt: '2026-11-25T00:30:00.000Z',
    approver: '李娜',
    actions: ['recall'],
  },
  { state: 'pending_approval', title: '医保缴费本月底截止', actions: ['approve', 'refuse', 'recall'] },
  { state: 'pending_approval', title: '消防疏散演练', exercise: true, author: '王磊', actions: ['recall'] },
];

/** The first is being sent, the second waits for this operator, the third was written by them. */
export function aNotice(at: number, over: Partial<NoticeSummary> = {}): NoticeSummary {
  return {
    no: `TZ-GL261125-${String(at).padStart(4, '0')}`,
    title: '通知',
    state: 'draft',
    exercise: false,
    channels: ['inbox'],
    audience: [STREET],
    author: '陈涛',
    approver: null,
    counts: { persons: 16_003, households: 5_334, total: 0, delivered: 0, failed: 0 },
    createdAt: '2026-11-25T00:20:00.000Z',
    sentAt: null,
    version: 2,
    actions: [],
    ...OVER[at - 1],
    ...over,
  };
}

export function aNoticeDetail(summary: NoticeSummary): NoticeDetail {
  const { total, delivered, failed } = summary.counts;
  return {
    ...summary,
    body: '因主管抢修,今晚 20:00 至 24:00 停水。\n\n请提前储水。',
    deliveries:
      total === 0
        ? []
        : [
            { state: 'queued', count: total - delivered - failed },
            { state: 'delivered', count: delivered },
          ],
    approvers: [
      { name: '李娜', role: 'approver' },
      { name: '周敏', role: 'city_administrator' },
    ],
    timeline: [
      { seq: 1, at: '2026-11-25T00:20:00.000Z', action: 'create', to: 'draft', by: '陈涛', text: null },
      {
        seq: 2,
        at: '2026-11-25T00:20:00.000Z',
        action: 'submit',
        to: 'pending_approval',
        by: '陈涛',
        text: null,
      },
    ],
  };
}
