/**
 * Every problem a platform may answer with (RFC 9457 `application/problem+json`). `code` is stable; `type` is `urn:district:problem:<code>`.
 * `exit` is the exit code of a one-shot command that meets it.
 */
export const PROBLEMS = {
  malformed: { status: 400, exit: 2, title: 'The request is not well formed' },
  filter_invalid: { status: 400, exit: 2, title: 'The filter cannot be read' },
  cursor_invalid: { status: 400, exit: 2, title: 'The cursor is not one this platform gave' },
  idempotency_key_missing: { status: 400, exit: 2, title: 'A write needs an Idempotency-Key header' },
  authorization_pending: { status: 400, exit: 3, title: 'The person has not let this program in yet' },
  slow_down: { status: 400, exit: 3, title: 'Asked again too soon' },
  access_denied: { status: 400, exit: 4, title: 'The person has refused' },
  expired_token: { status: 400, exit: 3, title: 'The code has expired' },
  invalid_grant: { status: 400, exit: 3, title: 'The code is unknown or was used' },
  unauthenticated: { status: 401, exit: 3, title: 'Not signed in' },
  session_ended: { status: 401, exit: 3, title: 'The session or token has ended' },
  forbidden: { status: 403, exit: 4, title: 'Not within your rights' },
  scope_missing: { status: 403, exit: 4, title: 'The token was not made for this' },
  own_notice: { status: 403, exit: 4, title: 'Whoever publishes a notice does not approve it' },
  own_post: { status: 403, exit: 4, title: 'Nobody changes their own post' },
  not_found: { status: 404, exit: 5, title: 'No such thing' },
  method_not_allowed: { status: 405, exit: 2, title: 'This address does not take that method' },
  transition_closed: { status: 409, exit: 6, title: 'The action is not open in this state' },
  already_decided: { status: 409, exit: 6, title: 'The approval has been decided' },
  arbitration_needed: { status: 409, exit: 6, title: 'A second return is arbitrated by the district' },
  already_claimed: { status: 409, exit: 6, title: 'Somebody else has claimed it' },
  already_on_duty: { status: 409, exit: 6, title: 'On duty already' },
  not_on_duty: { status: 409, exit: 6, title: 'Not on duty' },
  already_reminded: { status: 409, exit: 6, title: 'The unit was reminded already' },
  login_taken: { status: 409, exit: 6, title: 'Somebody signs in by that name already' },
  near_duplicate: { status: 409, exit: 6, title: 'Nearly the same notice was sent or is queued' },
  idempotency_conflict: { status: 409, exit: 6, title: 'This Idempotency-Key was used for another request' },
  version_mismatch: { status: 412, exit: 6, title: 'Somebody changed it in between' },
  body_too_large: { status: 413, exit: 2, title: 'The body is too large' },
  invalid: { status: 422, exit: 2, title: 'A field is not valid' },
  unknown_region: { status: 422, exit: 2, title: 'A region code that the dictionary does not hold' },
  audience_empty: { status: 422, exit: 2, title: 'Nobody would get the notice' },
  too_costly: { status: 422, exit: 2, title: 'The answer takes longer than the platform allows' },
  version_missing: { status: 428, exit: 2, title: 'A change needs an If-Match header' },
  rate_limited: { status: 429, exit: 1, title: 'Too many requests' },
  internal: { status: 500, exit: 1, title: 'The platform failed' },
  unavailable: { status: 503, exit: 8, title: 'The platform is not ready' },
} as const satisfies Record<string, { status: number; exit: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** `urn:district:problem:not_found` */
export function problemType(code: ProblemCode): string {
  return `urn:district:problem:${code}`;
}
