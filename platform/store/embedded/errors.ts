/** Why the embedded database could not be used; the console translates by this word. */
export type EmbeddedErrorKind =
  | 'data_in_use'
  | 'data_newer'
  | 'data_not_writable'
  | 'disk_full'
  | 'no_binaries'
  | 'root_without_user'
  | 'start_failed'
  | 'no_data'
  | 'would_overwrite'
  | 'backup_invalid';

/** An expected failure: `message` says what is wrong, `hint` what to do about it. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly kind: EmbeddedErrorKind;
  readonly hint: string;

  constructor(kind: EmbeddedErrorKind, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.hint = hint;
  }
}

const NOT_WRITABLE_CODES = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);
/** The last is PostgreSQL's SQLSTATE disk_full, which node-postgres reports in the same place. */
const DISK_FULL_CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** The code of a Node system error, or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Turns a file-system error about `path` into ours; whatever is not expected comes back unchanged. */
export function fromSystemError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (error instanceof EmbeddedError || code === undefined) return error;
  if (DISK_FULL_CODES.has(code)) return diskFull(path, error);
  if (NOT_WRITABLE_CODES.has(code)) return notWritable(path, `${code}: ${(error as Error).message}`, error);
  return error;
}

/** Turns what a failed program printed into ours: the two causes a person can do something about, or `start_failed`. */
export function fromProgramOutput(program: string, output: string, path: string): EmbeddedError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(path);
  if (/Read-only file system|Permission denied/.test(output)) return notWritable(path, lastLines(output));
  return new EmbeddedError(
    'start_failed',
    `${program} failed: ${lastLines(output) || 'it printed nothing'}`,
    `The lines above are the last it printed; the data under ${path} has not been removed.`,
  );
}

/** Enough of a log to show the cause (PostgreSQL prints it in the last few lines) and still fit one screen. */
const SHOWN_LINES = 8;

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-SHOWN_LINES).join('\n');
}

function diskFull(path: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'disk_full',
    `The disk that holds ${path} is full.`,
    'Free some space there, or set DISTRICT_DATA_HOME to a directory on another disk.',
    { cause },
  );
}

export function notWritable(path: string, detail: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'data_not_writable',
    `${path} cannot be written (${detail}).`,
    'Give this user the right to write there, or set DISTRICT_DATA_HOME to a directory that it may write.',
    { cause },
  );
}
