import { ProblemError } from '../http/problem.ts';
import { maskNumbers } from '../privacy/mask.ts';

/** Why somebody looks. It is kept for years and read by many, so it must not become a second place for what is sealed. */
export interface Reason {
  purpose: string;
  case: string;
}

export function checkReason(reason: { purpose: string; case?: string }): void {
  for (const path of ['purpose', 'case'] as const) {
    const text = reason[path] ?? '';
    if (maskNumbers(text) === text) continue;
    const message = 'holds a phone or an identity number: say it without';
    throw new ProblemError('invalid', `Not valid: ${path} ${message}.`, { fields: [{ path, message }] });
  }
}
