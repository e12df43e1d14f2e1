import { PROBLEMS, type ProblemCode, problemType } from '@district/contract/problems.ts';
import type { Problem } from '@district/contract/types.ts';

type Extension = Omit<Partial<Problem>, 'type' | 'code' | 'title' | 'status' | 'detail'>;

/** An expected refusal: thrown anywhere in a route, answered as RFC 9457. `detail` says what was wrong and what to do. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extension: Extension;

  constructor(code: ProblemCode, detail: string, extension: Extension = {}) {
    super(detail);
    this.name = 'ProblemError';
    this.code = code;
    this.extension = extension;
  }
}

export function problemBody(error: ProblemError, instance: string, requestId: string): Problem {
  const { status, title } = PROBLEMS[error.code];
  return {
    type: problemType(error.code),
    code: error.code,
    title,
    status,
    detail: error.message,
    ...error.extension,
    instance,
    requestId,
  };
}
