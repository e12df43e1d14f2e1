/**
 * The one transition table: which action leads from which states, who may do it, what it needs and what it touches.
 * Platforms enforce it, the sandbox writes histories by it, documents print it. Terms: 12345 hotline work-order practice and 行政许可法.
 */
import { type ApprovalKind, OPEN_STATES, type RequestState } from './vocabulary.ts';

export const ACTIONS = [
  'accept',
  'decline',
  'request_correction',
  'submit_correction',
  'assign',
  'sign',
  'transfer',
  'return',
  'arbitrate',
  'consult',
  'remind',
  'supervise',
  'extend',
  'special_procedure',
  'resume',
  'resolve',
  'callback',
  'close',
  'reopen',
  'merge',
  'withdraw',
  'undo',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The centre dispatches and approves; the handler is the unit that leads the work. */
export type Party = 'centre' | 'handler';

/** Fields an action's input may have. */
export type ActionField =
  | 'remark'
  | 'reply'
  | 'reason'
  | 'to'
  | 'assistants'
  | 'limit'
  | 'until'
  | 'into'
  | 'reached'
  | 'satisfied'
  | 'rating';

/** What an action does to the clock of the round. */
export type ClockEffect =
  | 'start_acceptance'
  | 'start_dispatch'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'restart'
  | 'extend';

/** Facts beyond the state that must hold; each is also the reason given when it does not. */
export type Condition =
  | 'no_open_approval'
  | 'open_return_to_arbitrate'
  | 'before_promised_due'
  | 'correction_not_yet_asked'
  | 'correction_awaited'
  | 'no_special_procedure'
  | 'special_procedure_open'
  | 'in_time_to_correct'
  | 'in_time_to_return'
  | 'no_open_rectification'
  | 'step_to_undo';

export interface Transition {
  from: readonly RequestState[];
  /** The state it leads to; `same` keeps it; `before_pause` goes back to where the clock came to stand, once no other pause is open, `before_step` to where the last step did. */
  to: RequestState | 'same' | 'before_pause' | 'before_step';
  by: readonly Party[];
  /** Done by the handler it opens this approval, and takes effect when the centre grants it. */
  approval?: ApprovalKind;
  /** It decides what is asked under this kind: where a district lets administrators alone decide on that, they alone may. */
  settles?: ApprovalKind;
  needs?: readonly ActionField[];
  takes?: readonly ActionField[];
  conditions?: readonly Condition[];
  clock?: ClockEffect;
  /** True when the resident is told: once it is done it has no inverse. */
  public?: boolean;
  /**
   * What `undo` takes back, while nothing has happened since: the action once it is `done`, or, where the centre has to grant it, only
   * that it was `asked`. By whoever did it, or the centre.
   */
  inverse?: 'done' | 'asked';
}

const AT_WORK = ['assigned', 'in_progress'] as const;

export const TRANSITIONS: Readonly<Record<Action, Transition>> = {
  accept: {
    from: ['submitted'],
    to: 'accepted',
    by: ['centre'],
    takes: ['remark'],
    clock: 'start_acceptance',
    public: true,
  },
  decline: {
    from: ['submitted', 'accepted', ...AT_WORK],
    to: 'declined',
    by: ['centre', 'handler'],
    approval: 'decline',
    needs: ['reason'],
    conditions: ['no_open_approval'],
    clock: 'stop',
    public: true,
    inverse: 'asked',
  },
  request_correction: {
    from: ['submitted', 'in_progress', 'suspended'],
    to: 'suspended',
    by: ['centre', 'handler'],
    needs: ['reason'],
    conditions: ['no_open_approval', 'correction_not_yet_asked', 'in_time_to_correct'],
    clock: 'pause',
    public: true,
  },
  submit_correction: {
    from: ['suspended'],
    to: 'before_pause',
    by: ['centre', 'handler'],
    takes: ['remark'],
    conditions: ['correction_awaited'],
    clock: 'resume',
    public: true,
  },
  assign: {
    from: ['accepted'],
    to: 'assigned',
    by: ['centre'],
    needs: ['to'],
    takes: ['assistants', 'remark'],
    clock: 'start_dispatch',
    inverse: 'done',
  },
  sign: {
    from: ['assigned'],
    to: 'in_progress',
    by: ['handler'],
    takes: ['remark'],
    conditions: ['no_open_approval'],
    inverse: 'done',
  },
  transfer: {
    from: [...AT_WORK],
    to: 'assigned',
    by: ['centre'],
    needs: ['to', 'reason'],
    takes: ['assistants'],
    conditions: ['no_open_approval'],
    inverse: 'done',
  },
  return: {
    from: [...AT_WORK],
    to: 'accepted',
    by: ['handler'],
    approval: 'return',
    needs: ['reason'],
    conditions: ['no_open_approval', 'in_time_to_return'],
    inverse: 'asked',
  },
  arbitrate: {
    from: [...AT_WORK],
    to: 'assigned',
    by: ['centre'],
    needs: ['to', 'reason'],
    takes: ['assistants'],
    conditions: ['open_return_to_arbitrate'],
    settles: 'return',
  },
  consult: {
    from: [...AT_WORK],
    to: 'same',
    by: ['centre', 'handler'],
    needs: ['assistants'],
    takes: ['remark'],
    inverse: 'done',
  },
  remind: {
    from: [...AT_WORK, 'suspended'],
    to: 'same',
    by: ['centre'],
    takes: ['remark'],
    inverse: 'done',
  },
  supervise: {
    from: [...AT_WORK, 'suspended'],
    to: 'same',
    by: ['centre'],
    needs: ['reason'],
    inverse: 'done',
  },
  extend: {
    from: ['in_progress'],
    to: 'same',
    by: ['handler'],
    approval: 'extend',
    needs: ['limit', 'reason'],
    conditions: ['no_open_approval', 'before_promised_due'],
    clock: 'extend',
    inverse: 'asked',
  },
  special_procedure: {
    from: ['in_progress', 'suspended'],
    to: 'suspended',
    by: ['handler'],
    approval: 'special_procedure',
    needs: ['reason', 'until'],
    conditions: ['no_open_approval', 'no_special_procedure'],
    clock: 'pause',
    public: true,
    inverse: 'asked',
  },
  resume: {
    from: ['suspended'],
    to: 'before_pause',
    by: ['centre', 'handler'],
    takes: ['remark'],
    conditions: ['special_procedure_open'],
    clock: 'resume',
    inverse: 'done',
  },
  resolve: {
    from: ['in_progress'],
    to: 'resolved',
    by: ['handler'],
    approval: 'resolve',
    needs: ['reply'],
    conditions: ['no_open_approval'],
    clock: 'stop',
    public: true,
    inverse: 'asked',
  },
  callback: {
    from: ['resolved'],
    to: 'same',
    by: ['centre'],
    needs: ['reached'],
    takes: ['satisfied', 'rating', 'remark'],
  },
  close: {
    from: ['resolved'],
    to: 'closed',
    by: ['centre'],
    takes: ['remark'],
    conditions: ['no_open_rectification'],
    public: true,
  },
  reopen: {
    from: ['resolved', 'closed'],
    to: 'assigned',
    by: ['centre'],
    needs: ['reason'],
    takes: ['to'],
    clock: 'restart',
    public: true,
  },
  merge: {
    from: ['submitted', 'accepted', ...AT_WORK],
    to: 'closed',
    by: ['centre'],
    needs: ['into'],
    takes: ['remark'],
    conditions: ['no_open_approval'],
    clock: 'stop',
    public: true,
  },
  withdraw: {
    from: [...OPEN_STATES],
    to: 'withdrawn',
    by: ['centre'],
    needs: ['reason'],
    conditions: ['no_open_approval'],
    clock: 'stop',
    public: true,
  },
  undo: {
    from: [...OPEN_STATES],
    to: 'before_step',
    by: ['centre', 'handler'],
    takes: ['remark'],
    conditions: ['step_to_undo'],
  },
};

/** Why an action is closed to this operator right now. */
export const CLOSED_REASONS = [
  'state',
  'role',
  'not_lead_unit',
  'no_open_approval',
  'open_return_to_arbitrate',
  'before_promised_due',
  'correction_not_yet_asked',
  'correction_awaited',
  'no_special_procedure',
  'special_procedure_open',
  'in_time_to_correct',
  'in_time_to_return',
  'no_open_rectification',
  'step_to_undo',
  'not_your_step',
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Fields that change an action's meaning and are refused where the table does not name them. */
export function fieldsOf(action: Action): readonly ActionField[] {
  const { needs = [], takes = [] } = TRANSITIONS[action];
  return [...needs, ...takes];
}
