import type { Failure } from '../../command/operation.ts';
import type { ShownCode } from '../../session/device-sign-in.ts';

/** The session that is over, and how far one is with signing in again. */
export interface SignInState {
  why: Failure;
  /** What the person types elsewhere; null while it is asked for, and when nothing is under way. */
  code: ShownCode | null;
  /** Why signing in did not work out; then Enter begins anew. */
  message: string | null;
  /** Put away for a while, to look at what is on the screen; nothing is loaded meanwhile. */
  hidden: boolean;
}
