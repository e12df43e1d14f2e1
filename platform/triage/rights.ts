import { type Operator, rightsOf } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';

/** Triage is the centre's: it dispatches, reminds and supervises. */
export function requireCentre(operator: Operator, doing: string, what: string): void {
  if (rightsOf(operator).parties.includes('centre')) return;
  throw notYours(doing, what);
}

/** Whoever works on requests may write down what they know of one. */
export function requireWorker(operator: Operator, doing: string, what: string): void {
  if (rightsOf(operator).parties.length > 0) return;
  throw notYours(doing, what);
}

function notYours(doing: string, what: string): ProblemError {
  return new ProblemError(
    'forbidden',
    `To ${doing} ${what} is not within your rights: your role may not do it.`,
    {
      reason: 'role',
    },
  );
}
