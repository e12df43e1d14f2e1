import { formatUnit } from '@district/contract/assignee.ts';
import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { ApprovalKind } from '@district/contract/vocabulary.ts';
import { type Operator, rightsOf } from '../../access/operator.ts';
import { APPROVAL_LIMITS } from '../../approvals/limits.ts';
import { NONE_OPEN } from '../../approvals/open.ts';
import { deadline } from '../../calendar/deadline.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { applyAction } from '../../requests/apply.ts';
import type { Personal } from '../../requests/personal.ts';
import { rule } from '../../requests/rules.ts';
import type { ApprovalRow, RequestRow, TimelineRow } from '../../store/schema/requests.ts';
import { uuidV7 } from '../../store/uuid-v7.ts';
import type { Random } from './random.ts';

/** One request with everything that happened to it. */
export interface History {
  row: RequestRow;
  personal: Personal;
  timeline: TimelineRow[];
  approvals: ApprovalRow[];
}

/** Something about to happen; whoever records it stops at the first step later than the sandbox's present. */
export type Step =
  | { kind: 'act'; at: Date; by: Operator; action: Action; input: ActionInput }
  | { kind: 'grant' | 'refuse'; at: Date; by: Operator; text: string | null }
  | { kind: 'escalate'; at: Date };

/** Records a step by the platform's own rules. A step that they do not allow is a mistake of the sandbox and throws. */
export function record(history: History, step: Step, calendar: WorkingCalendar, random: Random): void {
  if (step.at < history.row.last_action_at) throw new Error(`${history.row.no}: time runs backwards`);
  if (step.kind === 'act') act(history, step, calendar, random);
  else settle(history, step, calendar);
}

function act(
  history: History,
  step: Step & { kind: 'act' },
  calendar: WorkingCalendar,
  random: Random,
): void {
  const { at, by, action, input } = step;
  const ruling = rule(action, history.row, by, at);
  if (!ruling.open) throw new Error(`${history.row.no}: ${action} is closed (${ruling.reason})`);
  const { approval } = TRANSITIONS[action];
  if (approval !== undefined && ruling.party === 'handler') {
    ask(history, approval, step, calendar, random);
    return;
  }
  const before = history.row;
  history.row = applyAction(before, action, input, at, calendar);
  if (action === 'arbitrate') closeApproval(history, 'granted', at, by.name, input.reason ?? null);
  write(history, action, 'done', before, at, by, textOf(input), input.to ?? null);
}

function ask(
  history: History,
  kind: ApprovalKind,
  { at, by, action, input }: Step & { kind: 'act' },
  calendar: WorkingCalendar,
  random: Random,
): void {
  const { row } = history;
  const arbitration = kind === 'return' && row.returns >= 1;
  const id = uuidV7(at, random.next);
  history.approvals.push({
    district: row.district,
    id,
    request_id: row.id,
    kind,
    state: 'pending',
    applicant_id: by.id,
    applicant_name: by.name,
    applicant_unit: by.unit && formatUnit(by.unit),
    reason: textOf(input) ?? '',
    input: { ...input },
    arbitration,
    opened_at: at,
    decide_by: deadline(at, APPROVAL_LIMITS[kind], [], calendar).dueAt,
    decided_at: null,
    decided_by: null,
    decision: null,
    version: 1,
  });
  history.row = {
    ...row,
    open_approval: kind,
    open_approval_id: id,
    arbitration,
    arbiter: arbitration ? 'centre' : null,
  };
  write(history, action, 'asked', row, at, by, textOf(input), null);
}

/** The approval that waits for the centre. */
export function openApproval(history: History): ApprovalRow {
  const found = history.approvals.find((approval) => approval.id === history.row.open_approval_id);
  if (found === undefined) throw new Error(`${history.row.no}: nothing waits for approval`);
  return found;
}

function settle(history: History, step: Exclude<Step, { kind: 'act' }>, calendar: WorkingCalendar): void {
  const approval = openApproval(history);
  const before = history.row;
  if (step.kind === 'escalate') {
    approval.state = 'escalated';
    approval.version += 1;
    write(history, approval.kind, 'escalated', before, step.at, null, null, null);
    return;
  }
  if (!rightsOf(step.by).decides) throw new Error(`${before.no}: ${step.by.name} decides nothing`);
  const granted = step.kind === 'grant';
  if (granted) history.row = applyAction(before, approval.kind, approval.input, step.at, calendar);
  closeApproval(history, granted ? 'granted' : 'refused', step.at, step.by.name, step.text);
  const text = granted && TRANSITIONS[approval.kind].public ? approval.reason : step.text;
  write(history, approval.kind, granted ? 'granted' : 'refused', before, step.at, step.by, text, null);
}

function closeApproval(
  history: History,
  state: 'granted' | 'refused',
  at: Date,
  by: string,
  decision: string | null,
): void {
  const approval = openApproval(history);
  Object.assign(approval, { state, decided_at: at, decided_by: by, decision, version: approval.version + 1 });
  history.row = { ...history.row, ...NONE_OPEN };
}

function textOf(input: ActionInput): string | null {
  return input.reply ?? input.reason ?? input.remark ?? null;
}

function write(
  history: History,
  action: Action,
  phase: TimelineRow['phase'],
  before: RequestRow,
  at: Date,
  by: Operator | null,
  text: string | null,
  unit: string | null,
): void {
  const { row } = history;
  const seq = history.timeline.length + 1;
  const effective = phase === 'done' || phase === 'granted';
  history.timeline.push({
    district: row.district,
    request_id: row.id,
    seq,
    at,
    action,
    phase,
    state_from: before.state,
    state_to: row.state,
    round: row.round,
    by_name: by?.name ?? null,
    by_unit: by?.unit ? formatUnit(by.unit) : null,
    text,
    unit,
    public: effective && TRANSITIONS[action].public === true,
  });
  history.row = {
    ...row,
    version: seq,
    last_action: action,
    last_action_at: at,
    last_action_by: by?.name ?? null,
  };
}
