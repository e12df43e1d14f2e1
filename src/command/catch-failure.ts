import { ExpectedFailure, type Failure } from './operation.ts';

/** The failure of an expected error; anything else is a bug and goes on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExpectedFailure) return error.failure;
  throw error;
}
