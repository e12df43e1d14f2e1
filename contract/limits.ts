/** Limits that both sides of the contract know. Each platform enforces them; each client may check before it asks. */

/** Rows in a page of a list when none is asked for: one screen of a large terminal. */
export const PAGE_SIZE_DEFAULT = 50;
/** Rows in a page at most: 200 rows with their actions stay under 256 KB, a second over a 2 Mbit/s line. */
export const PAGE_SIZE_MAX = 200;
/** Characters of a filter at most: a saved view of forty terms is under 1,000. */
export const FILTER_LENGTH_MAX = 2_000;
/** Terms of a filter at most: each becomes a predicate the planner has to weigh. */
export const FILTER_TERMS_MAX = 40;
/** Characters of a title: one line of a wide terminal in Chinese. */
export const TITLE_LENGTH_MAX = 60;
/** Characters of a request's text: two pages of Chinese handwriting. */
export const BODY_LENGTH_MAX = 4_000;
/** Characters of a reply, a reason or a note. */
export const REMARK_LENGTH_MAX = 2_000;
/** Bytes of a request body: the longest texts above in UTF-8, six times over for JSON escapes. */
export const REQUEST_BODY_SIZE_BYTES_MAX = 128 * 1024;
/** Characters of an Idempotency-Key: a UUID with room for a prefix. */
export const IDEMPOTENCY_KEY_LENGTH_MAX = 128;
/** Days an Idempotency-Key is remembered: a batch begun before a week's holiday can be resumed after it. */
export const IDEMPOTENCY_KEY_KEPT_DAYS = 14;
/** Assistants of one request at most: the seven other departments of a joint matter. */
export const ASSISTANTS_MAX = 8;
