import type { HandoverReason, ShiftEnd } from '@district/contract/vocabulary.ts';
import { reader, type Word } from './words.ts';

const REASONS: Record<HandoverReason, Word> = {
  claimed: ['认领未办完', 'claimed'],
  snoozed: ['稍后再办', 'put off'],
  approval: ['审批将到期', 'to be decided'],
  urgent: ['急件未办', 'urgent, not begun'],
  overdue: ['超期未办', 'overdue, not begun'],
  note: ['交代', 'note'],
};

const ENDS: Record<ShiftEnd, Word> = {
  handed_over: ['已交班', 'handed over'],
  by_time: ['到点结束,没有交班', 'ended by the clock, not handed over'],
};

export const handoverReasonText = reader(REASONS);
export const shiftEndText = reader(ENDS);
