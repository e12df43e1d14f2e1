/** A page that has not been answered by then is tried again later. */
export const PAGE_TIMEOUT_MS = 10_000;
/** Seconds between tries, each longer than the one before; after the last one a person has to look: `district paging pages`. */
export const PAGE_PAUSES_SECONDS = [30, 120, 600, 1_800, 7_200] as const;
export const PAGE_ATTEMPTS_MAX = PAGE_PAUSES_SECONDS.length + 1;
/** Pages sent in one run: they are sent one after the other, and a dead receiver takes its time. */
export const PAGES_A_RUN_MAX = 30;
/** Requests that one page can be of: the rest comes with the next. */
export const PAGED_REQUESTS_MAX = 1_000;
