/** Why the platform cannot start or go on, in terms a person can act on. */
export type PlatformErrorKind =
  | 'data_newer'
  | 'database_unreachable'
  | 'key_invalid'
  | 'key_missing'
  | 'key_needed'
  | 'port_taken'
  | 'sandbox_differs'
  | 'usage';

/** An expected failure: `message` says what was wrong, `hint` what to do. */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  readonly hint: string;

  constructor(kind: PlatformErrorKind, message: string, hint: string) {
    super(message);
    this.name = 'PlatformError';
    this.kind = kind;
    this.hint = hint;
  }
}
