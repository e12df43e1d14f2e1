import { type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { Actor } from '../audit/append.ts';
import type { RequestRow, TimelineRow } from '../store/schema/requests.ts';
import { REQUEST_COLUMNS } from './columns.ts';

/** What tells of a step rather than being changed by it: it stays when the step is taken back. */
const OF_THE_STEP: readonly (keyof RequestRow)[] = [
  'version',
  'last_action',
  'last_action_at',
  'last_action_by',
  'undo',
  'undo_by',
  'reminder_to_undo',
];

type InstantColumn = {
  [Column in keyof RequestRow]: Date extends NonNullable<RequestRow[Column]> ? Column : never;
}[keyof RequestRow];

/** Columns that hold instants, which the kept values have as text: the compiler refuses the list when one is missing. */
const INSTANTS: Readonly<Record<InstantColumn, true>> = {
  external_due_at: true,
  submitted_at: true,
  last_action_at: true,
  clock_started_at: true,
  clock_stopped_at: true,
  paused_since: true,
  resume_at: true,
  promised_due_at: true,
  statutory_due_at: true,
  yellow_at: true,
  first_contact_at: true,
  callback_at: true,
  accept_by: true,
  return_by: true,
  reminded_at: true,
  claimed_at: true,
  claimed_until: true,
  rectify_by: true,
  rated_at: true,
};

/** Keeps with the request what it was before the step, where the table says that the step can be taken back. `after` is already stamped. */
export function withUndo(
  before: RequestRow,
  after: RequestRow,
  actor: Actor,
  action: Action,
  phase: TimelineRow['phase'],
): RequestRow {
  if (TRANSITIONS[action].inverse !== phase || actor.operator === null) return after;
  const changed = REQUEST_COLUMNS.filter(
    (column) => after[column] !== before[column] && !OF_THE_STEP.includes(column),
  );
  const undo = JSON.parse(
    JSON.stringify(Object.fromEntries(changed.map((column) => [column, before[column]]))),
  );
  return { ...after, undo, undo_by: actor.operator.id };
}

/** The request as it was before its last step. */
export function beforeStep(request: RequestRow): RequestRow {
  if (request.undo === null) throw new Error(`${request.no} has no step to take back`);
  const values = Object.entries(request.undo).map(([column, value]) => [
    column,
    typeof value === 'string' && Object.hasOwn(INSTANTS, column) ? new Date(value) : value,
  ]);
  return { ...request, ...Object.fromEntries(values) };
}
