/** What better-auth refuses: an HTTP status and a code, which is its own or, for device codes, RFC 8628's. */
export interface AuthFailure {
  status: number;
  code: string;
}

/** Reads a refusal; anything else is a bug and goes on. */
export function failureOf(error: unknown): AuthFailure {
  if (!(error instanceof Error) || error.name !== 'APIError') throw error;
  const { statusCode, body } = error as { statusCode?: number; body?: { code?: string; error?: string } };
  // Its own failures are 500 and no answer to anybody.
  if (statusCode === undefined || statusCode >= 500) throw error;
  return { status: statusCode, code: body?.error ?? body?.code ?? '' };
}
