import type { FormAction, FormTarget } from '../form/form.ts';
import type { TriageState, TriageStep } from '../screen.ts';
import type { ConsoleState } from '../state.ts';

/** Steps that can still be undone: further back nobody remembers what it was. */
const STEPS_MAX = 20;

/** The sitting after something was done in it. A note decides nothing. */
export function withHandled(
  { screen, triage }: Pick<ConsoleState, 'screen' | 'triage'>,
  action: FormAction,
  done: readonly Pick<FormTarget, 'no'>[],
): TriageState {
  if (screen !== 'triage' || done.length === 0) return triage;
  const steps =
    action === 'request.snooze' ? done.map(({ no }): TriageStep => ({ action: 'snooze', no })) : [];
  const isDecision = action !== 'request.note' && action !== 'units.remind';
  return {
    ...triage,
    handled: isDecision ? new Set([...triage.handled, ...done.map(({ no }) => no)]) : triage.handled,
    // What has no inverse cuts off what was before it: undoing goes back from the last thing done.
    steps: steps.length > 0 ? [...triage.steps, ...steps].slice(-STEPS_MAX) : [],
  };
}

export function withStep(triage: TriageState, step: TriageStep): TriageState {
  return { ...triage, steps: [...triage.steps, step].slice(-STEPS_MAX) };
}
