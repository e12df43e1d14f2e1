/** The limits of the HTTP side that only the platform knows; those shared with clients are in the contract. */

/** Connections of one address that may wait for events: a duty room behind one address translator has thirty consoles. */
export const EVENT_STREAMS_MAX = 1_000;
/** A comment line this often keeps proxies and slow lines from closing an idle stream, and shows a dead client. */
export const EVENT_HEARTBEAT_MS = 25_000;
/** Events kept for a console that reads slower than they come, before its stream is closed and it resumes from its last id. */
export const EVENT_BUFFER_MAX = 1_000;
/** How long requests in hand may take when the platform is told to stop. */
export const SHUTDOWN_GRACE_MS = 3_000;
/** Address and headers of a request: the longest filter in Chinese takes 18 KB of an address, nine bytes a character, besides a token. */
export const HEADERS_SIZE_BYTES_MAX = 32 * 1024;
/** A request must have come in whole by then; over a 2G line 128 KB take 25 seconds. */
export const REQUEST_TIMEOUT_MS = 30_000;
