import type { NoticeChannel } from './vocabulary.ts';

/** Limits that both sides of the contract know. Each platform enforces them; each client may check before it asks. */

/** Rows in a page of a list when none is asked for: one screen of a large terminal. */
export const PAGE_SIZE_DEFAULT = 50;
/** Rows in a page at most: 200 rows with their actions stay under 256 KB, a second over a 2 Mbit/s line. */
export const PAGE_SIZE_MAX = 200;
/** Requests that one selection takes at most: a holiday's arrears of a whole district; more is not looked over before it is acted on. */
export const REQUESTS_SELECTED_MAX = 1_000;
/** Characters of a filter at most: a saved view of forty terms is under 1,000. */
export const FILTER_LENGTH_MAX = 2_000;
/** Terms of a filter at most: each becomes a predicate the planner has to weigh. */
export const FILTER_TERMS_MAX = 40;
/** Requests that counts by facet look at when nothing is said: the storm after a holiday whole, and as quick among a million as among thousands. */
export const FACETS_COUNTED_DEFAULT = 500;
/** Requests that counts by facet look at at most: some 50 ms of a database, for a report that can wait so long. */
export const FACETS_COUNTED_MAX = 10_000;
/** Values of one facet at most, the most frequent first: every community and every service item of a district. */
export const FACET_VALUES_MAX = 200;
/** Characters of a title: one line of a wide terminal in Chinese. */
export const TITLE_LENGTH_MAX = 60;
/** Characters of a request's text: two pages of Chinese handwriting. */
export const BODY_LENGTH_MAX = 4_000;
/** Characters of a person's or a token's name. */
export const ACCOUNT_NAME_LENGTH_MAX = 40;
/** Characters of a search for a name. */
export const SEARCH_LENGTH_MAX = 40;
/** Characters of a reply, a reason or a note. */
export const REMARK_LENGTH_MAX = 2_000;
/** Bytes of a request body: the longest texts above in UTF-8, six times over for JSON escapes. */
export const REQUEST_BODY_SIZE_BYTES_MAX = 128 * 1024;
/** Bytes of one attachment: a phone's photograph made smaller, or ten scanned pages. */
export const ATTACHMENT_SIZE_BYTES_MAX = 3 * 1024 * 1024;
/** Bytes of the body that brings one: its content in base64, its name, and room for JSON. */
export const ATTACHMENT_BODY_SIZE_BYTES_MAX = Math.ceil(ATTACHMENT_SIZE_BYTES_MAX / 3) * 4 + 4 * 1024;
/** Attachments of one request at most: before, after, and what was signed in between. */
export const ATTACHMENTS_MAX = 20;
/** Characters of an attachment's name: two lines of a small window in Chinese. */
export const ATTACHMENT_NAME_LENGTH_MAX = 80;
/** Characters of a template's name: a word that is found again. */
export const TEMPLATE_NAME_LENGTH_MAX = 24;
/** Templates of one area at most: more are looked through no faster than the reply is written. */
export const TEMPLATES_MAX = 100;
/** Days after closing in which a resident may rate: a month, as the hotline asks. */
export const RATING_DAYS = 30;
/** Characters of an Idempotency-Key: a UUID with room for a prefix. */
export const IDEMPOTENCY_KEY_LENGTH_MAX = 128;
/** Days an Idempotency-Key is remembered: a batch begun before a week's holiday can be resumed after it. */
export const IDEMPOTENCY_KEY_KEPT_DAYS = 14;
/** Units of a limit within which an approval is decided: a month of working days; who needs longer has nobody who decides. */
export const DECIDE_LIMIT_MAX = 24;
/** Assistants of one request at most: the seven other departments of a joint matter. */
export const ASSISTANTS_MAX = 8;
/** Characters of a notice's title and body, by channel: an inbox shows a title in one line of a phone; a site's page may be longer. */
export const NOTICE_LENGTHS_MAX = {
  inbox: { title: 40, body: 5_000 },
  site: { title: 60, body: 20_000 },
} as const satisfies Record<NoticeChannel, { title: number; body: number }>;
/** Regions of one notice at most: every community of a district could be named, and no district has more. */
export const NOTICE_REGIONS_MAX = 150;
/** A notice as near as this to another counts as the same: two writings of one water cut share four pairs of characters in five. */
export const NOTICE_SIMILARITY_MAX = 0.8;
/** Days for which a notice stands in the way of its like: a week's repetition is meant to be told as an update. */
export const NOTICE_DUPLICATE_DAYS = 7;
/** Percentage points short of what is expected from which on a place is behind: under one, a single day's entering decides. */
export const BEHIND_POINTS_MIN = 1;
/** Share of entered records that pass their checks, under which speed does not count: one record in ten would be wrong. */
export const ACCURACY_MIN = 0.9;
/** Working days whose pace the forecast goes by: a week, so that one slow Monday does not move it much. */
export const PACE_WORKING_DAYS = 5;
/** Working days of a trend at most: a quarter. */
export const TREND_WORKING_DAYS_MAX = 60;
/** Minutes without a call after which a session ends: a long lunch; an open event stream counts as use. */
export const SESSION_IDLE_MINUTES = 120;
/** Hours of a session at most: one shift, hand-over included. */
export const SESSION_HOURS_MAX = 24;
/** Days of a script's token at most: a year, after which somebody has to say that it is still wanted. */
export const TOKEN_DAYS_MAX = 366;
/** Years a calendar may be asked or set for: before the first the State Council set no exchanged days, after the last nobody plans. */
export const CALENDAR_YEAR_MIN = 2004;
export const CALENDAR_YEAR_MAX = 2100;
/** Days of a year that are not what their weekday says: the State Council names some forty; a year has no more than this. */
export const CALENDAR_DAYS_MAX = 366;
/** Characters of a paper's name with its number. */
export const PAPER_LENGTH_MAX = 120;
/** Moved deadlines told one by one; the rest are counted. */
export const CALENDAR_MOVED_LISTED_MAX = 200;
/** Days of a period that figures are reckoned over at most: a year, so that a month costs what its requests cost, however many there are. */
export const FIGURES_DAYS_MAX = 366;
/** Groups of figures at most, those with the most requests: every community of a district four times over. */
export const FIGURES_GROUPS_MAX = 500;
/** Months of a trend at most. */
export const FIGURES_MONTHS_MAX = 12;
/** Hours from submission to the first contact with the resident within which it counts as a response: the hotline's day and night. */
export const RESPONSE_HOURS_MAX = 24;
/** Opinions that are shown added up at least: with fewer, a handler could tell who gave which. */
export const RATINGS_TOGETHER_MIN = 5;
/** A limit that can be reckoned: over a year of working days, or two weeks of hours, no rule knows. */
export const RECKONED_LIMIT_MAX = 400;
/** Minutes for which revealed values may be shown: a call to the resident, and no coffee after it. */
export const REVEAL_MINUTES = 5;
/** Characters of a purpose; shorter than two it says nothing. */
export const PURPOSE_LENGTH_MIN = 2;
export const PURPOSE_LENGTH_MAX = 100;
/** Characters of a case number, ours or another system's. */
export const CASE_LENGTH_MAX = 60;
/** Requests of one unmasked export at most: a day's callbacks of a whole district. More is another purpose, and another entry. */
export const UNMASKED_EXPORT_MAX = 200;
/** Requests found for one applicant at most, newest first: the most persistent caller has fewer in a year. */
export const APPLICANT_REQUESTS_MAX = 100;
/** Lines of who has seen what of a request at most, newest first. */
export const REVEALS_MAX = 200;
/** Entries of the audit that one call verifies at most: about a quarter of a second, so that a million of them hold nobody up. */
export const AUDIT_VERIFIED_MAX = 20_000;
/** Findings of one call at most: a forger who changed everything is found after the first; the next call goes on. */
export const AUDIT_FINDINGS_MAX = 100;
/** Checkpoints sent along with one call at most: with 300 bytes each they stay within the size of a body. */
export const AUDIT_CHECKPOINTS_MAX = 200;
/** Hours after which a claim lapses by itself: half a day's work, so that whoever was called away holds nothing up for long. */
export const CLAIM_HOURS = 4;
/** Hours for which a request can be put off in one's own triage at most: over a weekend, never out of sight for a week. */
export const SNOOZE_HOURS_MAX = 72;
/** Minutes of the day between which a unit hears of an ordinary reminder, on working days; outside of them it waits. 08:30 and 18:00. */
export const OFFICE_OPENS_MINUTE = 8 * 60 + 30;
export const OFFICE_CLOSES_MINUTE = 18 * 60;
/** Requests in one grouped reminder at most: a unit that has more is told of those due first. */
export const REMINDER_REQUESTS_MAX = 500;
/** Units of a plan of reminders at most: nine departments, the streets and communities of a district. */
export const REMINDER_UNITS_MAX = 200;
/** The queue of triage is counted up to here; more is more than a shift can do. */
export const TRIAGE_COUNT_MAX = 1_000;
/** Days back in which like requests are looked for, how many of them are compared and how many are told at most. */
export const SIMILAR_DAYS = 30;
export const SIMILAR_COMPARED_MAX = 300;
export const SIMILAR_MAX = 10;
/** Share of pairs of characters from which on two texts are alike; half of it is enough for the same item in the same community. */
export const SIMILARITY_MIN = 0.3;
/** Steps of a district's ladder: from the duty desk to the head of the district. */
export const PAGING_STEPS_MAX = 5;
/** Hours over a deadline that a step can wait: a month. */
export const PAGING_HOURS_MAX = 720;
/** Characters of the name of who is paged: a post, such as 分管领导. */
export const PAGED_NAME_LENGTH_MAX = 40;
export const PAGING_URL_LENGTH_MAX = 500;
/** Bytes of a webhook's secret, as Standard Webhooks has it. */
export const WEBHOOK_SECRET_BYTES_MIN = 24;
export const WEBHOOK_SECRET_BYTES_MAX = 64;
/** Numbers written out in one page; the rest are counted: a text message shows no more. */
export const PAGE_NUMBERS_MAX = 50;
/** Hours of a shift when its end is not given: 20:00 to 08:00 is a night's, and so is 08:00 to 20:00 a day's. */
export const SHIFT_HOURS_DEFAULT = 12;
/** The end that is not given falls on such a minute of the hour, so that whoever sits down ten minutes early still goes at 08:00. */
export const SHIFT_END_MINUTES = 30;
/** Minutes of a shift at least: under half an hour nobody has taken anything over. */
export const SHIFT_MINUTES_MIN = 30;
/** Hours of a shift at most: a day and a night, after which somebody else has to sit there. */
export const SHIFT_HOURS_MAX = 24;
/** Hours ahead in which an approval has to be decided for it to be handed over: those of the next shift. */
export const HANDOVER_APPROVAL_HOURS = 12;
/** Things of one hand-over at most, the tightest of each reason first: more is not read out at a desk, and stands in triage anyway. */
export const HANDOVER_ITEMS_MAX = 100;
/** Notes of one hand-over at most. */
export const HANDOVER_NOTES_MAX = 30;
/** Shifts that are over and still listed: a week of two a day. */
export const RECENT_SHIFTS_MAX = 14;
/** Days that a log may cover at most: the month that is reported on. */
export const DUTY_LOG_DAYS_MAX = 31;
