import type { NoticeAction, NoticeStep } from '@district/contract/notice-transitions.ts';
import type { DeliveryState, NoticeChannel, NoticeState } from '@district/contract/vocabulary.ts';
import { reader, type Word } from './words.ts';

const STATES: Record<NoticeState, Word> = {
  draft: ['草稿', 'draft'],
  pending_approval: ['待审批', 'to approve'],
  approved: ['已批准', 'approved'],
  scheduled: ['排队', 'scheduled'],
  sending: ['发送中', 'sending'],
  sent: ['已发', 'sent'],
  partially_failed: ['部分失败', 'partly failed'],
  recalled: ['已撤回', 'recalled'],
};

const ACTIONS: Record<NoticeAction | NoticeStep | 'create' | 'push', Word> = {
  create: ['起草', 'written'],
  push: ['发通知', 'push a notice'],
  submit: ['提交审批', 'submit'],
  approve: ['批准', 'approve'],
  refuse: ['驳回', 'refuse'],
  schedule: ['列出收件人', 'recipients listed'],
  start: ['开始发送', 'sending began'],
  finish: ['发送完毕', 'all delivered'],
  fall_short: ['部分未送达', 'some not delivered'],
  recall: ['撤回', 'recall'],
};

const CHANNELS: Record<NoticeChannel, Word> = {
  inbox: ['居民收件箱', 'inbox'],
  site: ['社区网站', 'community site'],
};

const DELIVERIES: Record<DeliveryState, Word> = {
  queued: ['待送', 'queued'],
  delivered: ['送达', 'delivered'],
  failed: ['失败', 'failed'],
  cancelled: ['未送已撤', 'cancelled'],
};

export const noticeStateText = reader(STATES);
export const noticeActionText = reader(ACTIONS);
export const channelText = reader(CHANNELS);
export const deliveryStateText = reader(DELIVERIES);
export const deliveryReasonText = reader({ moved_out: ['已迁出', 'moved out'] });
