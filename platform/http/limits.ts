/** The limits of the HTTP side that only the platform knows; those shared with clients are in the contract. */

/** Connections of a process that may wait for events, whoever they are of: a city's duty rooms have thirty consoles each. */
export const EVENT_STREAMS_MAX = 1_000;
/** A comment line this often keeps proxies and slow lines from closing an idle stream, and shows a dead client. */
export const EVENT_HEARTBEAT_MS = 25_000;
/** Events kept for a console that reads slower than they come, before its stream is closed and it resumes from its last id. */
export const EVENT_BUFFER_MAX = 1_000;
/** How long requests in hand may take when the platform is told to stop. */
export const SHUTDOWN_GRACE_MS = 3_000;
/** Address and headers of a request: the longest filter in Chinese takes 18 KB of an address, nine bytes a character, besides a token. */
export const HEADERS_SIZE_BYTES_MAX = 32 * 1024;
/** Whoever has not sent the headers by then holds a connection and nothing else. */
export const HEADERS_TIMEOUT_MS = 10_000;
/** A request must have come in whole by then; over a 2G line 128 KB take 25 seconds. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** Time a person has to type the code, sign in and allow it: long enough to fetch a phone, short for whoever wants to guess it (RFC 8628 5.1). */
export const DEVICE_CODE_LIFETIME_SECONDS = 600;
/** Between two asks whether the person has allowed it: what a person waits for at most after pressing the button. */
export const DEVICE_POLLING_INTERVAL_SECONDS = 3;
/** Consonants only, none that is read as a digit, and no words by accident (RFC 8628 6.1): 2.5 × 10^10 codes. */
export const USER_CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
export const USER_CODE_LENGTH = 8;
/** The pages are for a minute's business; whoever leaves one open on a shared machine is soon signed out of it. */
export const PAGE_SESSION_LIFETIME_SECONDS = 15 * 60;
/** Time to type a one-time code after the password. */
export const SECOND_STEP_LIFETIME_SECONDS = 5 * 60;
/** Codes to get in with when the phone is lost, each once. */
export const RECOVERY_CODES = 10;
/** Bytes of a page's form: a name, a password and a code. */
export const PAGE_FORM_SIZE_BYTES_MAX = 8 * 1024;
/** Attempts to sign in whose account and failures are looked up at once: four queries each, and the rest of the platform wants connections too. */
export const ATTEMPTS_AT_ONCE = 4;
/** Of these from addresses that nobody has signed in from, once they are a flood. */
export const STRANGERS_AT_ONCE = 2;
/** Attempts that may wait to be looked up: a second's work. Whoever comes after is told to come back, at the cost of a page. */
export const ATTEMPTS_WAITING_MAX = 200;
/** Who is turned away is answered after a time between these, so that a thousand do not come back at the same moment. */
export const TURNED_AWAY_AFTER_MS_MIN = 10_000;
export const TURNED_AWAY_AFTER_MS_MAX = 20_000;
/** Who is turned away and waits for that answer: some 20 MB of connections and pages. Whoever comes after is told at once, and loses the connection. */
export const TURNED_AWAY_WAITING_MAX = 1_000;
/** Passwords hashed at once: each takes 32 MB and a core for a third of a second, and the rest of the platform has to go on. */
export const HASHES_AT_ONCE = 2;
/** Of these for addresses or accounts that failed lately, and for strangers once they are a flood: guesses leave the other to everybody else. */
export const SUSPECT_HASHES_AT_ONCE = 1;
/** Hashes that may wait: a minute's work. Whoever comes after is told to come back. */
export const HASHES_WAITING_MAX = 200;

export interface AttemptLimit {
  /** Failures in a row before the first block. */
  free: number;
  firstMs: number;
  mostMs: number;
  /** After this long without one, failures are forgotten. */
  forgetMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How often may be guessed at what, and for how long not any more. A block doubles with each failure and ends at its most, so that it
 * slows guessing and keeps nobody out for ever; whoever goes on during a block does not lengthen it.
 */
export const ATTEMPT_LIMITS = {
  /** Guesses at one account: five are a person who has forgotten; then a hundred a day at most. */
  account: { free: 5, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: DAY_MS },
  /** The same account from an address its owner has signed in from: counted apart, so that strangers do not lock the owner out. */
  account_at: { free: 10, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: DAY_MS },
  /** Guesses from one address at whatever accounts: a duty room has thirty people behind one. */
  address: { free: 30, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: HOUR_MS },
  /** Wrong device codes from one address: with 2.5 × 10^10 of them, nobody finds one that somebody else waits for. */
  user_code: { free: 10, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: HOUR_MS },
  /** Four digits are ten thousand phones: at these steps it would take a hundred days to try a number's. */
  look_up_number: { free: 10, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: DAY_MS },
  look_up_address: { free: 30, firstMs: MINUTE_MS, mostMs: 15 * MINUTE_MS, forgetMs: HOUR_MS },
  /** A one-time code that has let somebody in: whoever has seen it typed cannot use it again while it still holds (RFC 6238 5.2). */
  used_code: { free: 1, firstMs: 2 * MINUTE_MS, mostMs: 2 * MINUTE_MS, forgetMs: 2 * MINUTE_MS },
} as const satisfies Record<string, AttemptLimit>;

export type AttemptSubject = keyof typeof ATTEMPT_LIMITS;

export interface Rate {
  /** At once, after a pause. */
  burst: number;
  perSecond: number;
}

/** Calls that are answered; more get 429 and when to come back. */
export const RATES = {
  /** One session or token: a console that starts asks for twenty things, a batch of 300 for 300, a script goes on at a hundred a second. */
  bearer: { burst: 1_000, perSecond: 100 },
  /** One address without a token: residents of a whole street behind one line, or one machine that guesses. */
  stranger: { burst: 300, perSecond: 30 },
  /** One address in all: a bastion host with a hundred consoles. */
  address: { burst: 5_000, perSecond: 1_000 },
} as const satisfies Record<string, Rate>;
/** Addresses and bearers remembered for their rate: 100 bytes each. */
export const BUCKETS_MAX = 20_000;
/** An initial password that nobody has used by then is worth nothing: it may lie on a desk. */
export const INITIAL_PASSWORD_DAYS = 7;
/** An address stays its person's for a season after the last sign-in from there. */
export const FAMILIAR_DAYS = 90;
