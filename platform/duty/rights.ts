import { type Operator, rightsOf } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';

/** Duty is kept by duty officers and by the district's administrators. */
export function requireDuty(operator: Operator): void {
  if (rightsOf(operator).duty) return;
  throw new ProblemError(
    'forbidden',
    'Being on duty is not within your rights: that is for duty officers and administrators of a district.',
    { reason: 'role' },
  );
}

/** Who keeps duty, and the centre above it, read what was left to the next shift and what was done on the last. */
export function readsDuty(operator: Operator): boolean {
  return rightsOf(operator).parties.includes('centre');
}

export function requireReadsDuty(operator: Operator): void {
  if (readsDuty(operator)) return;
  throw new ProblemError('forbidden', 'The log of a shift is read at the centre: ask it.', {
    reason: 'role',
  });
}
