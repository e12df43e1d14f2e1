import type { PageState, PagingCause, TriageKey, TriageSuggestion } from '@district/contract/triage.ts';
import { reader, type Word } from './words.ts';

const KEYS: Record<TriageKey, Word> = {
  past_statutory: ['超法定', 'past statutory'],
  vulnerable: ['涉弱势', 'vulnerable'],
  days_overdue: ['超期天数', 'days overdue'],
  returns: ['退回次数', 'returns'],
};

const SUGGESTIONS: Record<TriageSuggestion, Word> = {
  arbitrate: ['裁定第二次退回', 'arbitrate the second return'],
  dispatch: ['派单', 'dispatch it'],
  supervise: ['督办,已超法定须报分管领导', 'supervise: past statutory, and the superior has to know'],
  remind: ['催办,今天尚未催', 'remind: not yet today'],
  merge: ['并案', 'merge into'],
};

const CAUSES: Record<PagingCause, Word> = {
  promised: ['超承诺时限', 'past promised'],
  statutory: ['超法定时限', 'past statutory'],
  unclaimed: ['超期无人认领', 'overdue, claimed by nobody'],
  unreminded: ['超期未催办', 'overdue, its unit not reminded'],
};

const PAGE_STATES: Record<PageState, Word> = {
  waiting: ['待再试', 'to be tried again'],
  delivered: ['已送到', 'delivered'],
  failed: ['没有送到', 'not delivered'],
};

export const triageKeyText = reader(KEYS);
export const suggestionText = reader(SUGGESTIONS);
export const pagingCauseText = reader(CAUSES);
export const pageStateText = reader(PAGE_STATES);
