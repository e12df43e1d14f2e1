/** The rule of triage, shown where one works by it. No zod here: consoles read it too. */

/** What decides whose turn it is: the first difference counts. Within one day the more often returned comes first, then the earlier deadline. */
export const TRIAGE_ORDER = ['past_statutory', 'vulnerable', 'days_overdue', 'returns'] as const;
export type TriageKey = (typeof TRIAGE_ORDER)[number];

/**
 * What is suggested for a request, each by a stated rule: `arbitrate` a second return that waits for it, `dispatch` what is with no unit,
 * `supervise` past the statutory deadline when nobody has in this round, `remind` when its unit has not been reminded today, `merge` when
 * something like it that was filed earlier is open nearby.
 */
export const TRIAGE_SUGGESTIONS = ['arbitrate', 'dispatch', 'supervise', 'remind', 'merge'] as const;
export type TriageSuggestion = (typeof TRIAGE_SUGGESTIONS)[number];

/** What a step of the ladder waits for: a deadline passed, or passed while nobody has claimed the request or reminded its unit. */
export const PAGING_CAUSES = ['promised', 'statutory', 'unclaimed', 'unreminded'] as const;
export type PagingCause = (typeof PAGING_CAUSES)[number];

/** `waiting` is tried again by itself; `failed` was tried as often as it will be. */
export const PAGE_STATES = ['waiting', 'delivered', 'failed'] as const;
export type PageState = (typeof PAGE_STATES)[number];
