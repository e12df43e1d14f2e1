/** The one transition table of notices: 谁发布谁负责, so writing and approving are two persons; what the platform does stands in it too. */
import type { NoticeState } from './vocabulary.ts';

/** What people do, in the order of a notice's life. */
export const NOTICE_ACTIONS = ['submit', 'approve', 'refuse', 'recall'] as const;
export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

/** What the platform does by itself once a notice is approved. */
export const NOTICE_STEPS = ['schedule', 'start', 'finish', 'fall_short'] as const;
export type NoticeStep = (typeof NOTICE_STEPS)[number];

/** `author`: who may write notices for this audience. `approver`: who may decide, and did not write it. */
export type NoticeParty = 'author' | 'approver' | 'platform';

export interface NoticeTransition {
  from: readonly NoticeState[];
  to: NoticeState;
  by: readonly NoticeParty[];
  needs?: readonly ['reason'];
}

export const NOTICE_TRANSITIONS: Readonly<Record<NoticeAction | NoticeStep, NoticeTransition>> = {
  submit: { from: ['draft'], to: 'pending_approval', by: ['author'] },
  approve: { from: ['pending_approval'], to: 'approved', by: ['approver'] },
  refuse: { from: ['pending_approval'], to: 'draft', by: ['approver'], needs: ['reason'] },
  schedule: { from: ['approved'], to: 'scheduled', by: ['platform'] },
  start: { from: ['scheduled'], to: 'sending', by: ['platform'] },
  finish: { from: ['sending'], to: 'sent', by: ['platform'] },
  fall_short: { from: ['sending'], to: 'partially_failed', by: ['platform'] },
  recall: {
    from: ['draft', 'pending_approval', 'approved', 'scheduled', 'sending', 'sent', 'partially_failed'],
    to: 'recalled',
    by: ['author', 'approver'],
  },
};

/** States in which a notice is on its way to residents or has reached them: a second of its like is stopped. */
export const NOTICE_STANDING_STATES = [
  'pending_approval',
  'approved',
  'scheduled',
  'sending',
  'sent',
  'partially_failed',
] as const satisfies readonly NoticeState[];

/** States in which residents can see it, a recalled one as recalled. */
export const NOTICE_VISIBLE_STATES = [
  'sending',
  'sent',
  'partially_failed',
  'recalled',
] as const satisfies readonly NoticeState[];
