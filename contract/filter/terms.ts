import type { Unit } from '../assignee.ts';
import type {
  ApprovalKind,
  Light,
  Rating,
  RequestSource,
  RequestState,
  ServiceCategory,
} from '../vocabulary.ts';

export const IS_VALUES = [
  'open',
  'finished',
  'overdue',
  'overdue-statutory',
  'due-today',
  'unassigned',
  'urgent',
  'vulnerable',
  'returned',
  'arbitration',
  'awaiting-approval',
  'provisional',
  'reopened',
  'merged',
  'claimed',
  'rectification',
] as const;
export type IsValue = (typeof IS_VALUES)[number];

export type Comparison = '<' | '<=' | '=' | '>=' | '>';

/** Days by which a saved filter stays true tomorrow; each platform reckons them in Asia/Shanghai. */
export const NAMED_DAYS = ['today', 'yesterday', 'tomorrow'] as const;
export type NamedDay = (typeof NAMED_DAYS)[number];

/** What a term asks; several values of one term are alternatives, several terms must all hold. */
export type FilterTest =
  | { key: 'is'; values: IsValue[] }
  | { key: 'state'; values: RequestState[] }
  | { key: 'light'; values: (Light | 'none')[] }
  | { key: 'region'; values: string[] /* code prefixes; `none` where the community is not known */ }
  | { key: 'to' | 'assistant' | 'unit'; values: (Unit | 'none')[] }
  | { key: 'category'; values: ServiceCategory[] }
  | { key: 'item'; values: string[] }
  | { key: 'source'; values: RequestSource[] }
  | { key: 'approval'; values: (ApprovalKind | 'none')[] }
  | { key: 'rating'; values: (Rating | 'none')[] }
  | { key: 'no' | 'external'; values: string[] /* whole numbers of ours, or prefixes */ }
  | { key: 'age' | 'idle'; comparison: Comparison; hours: number }
  | { key: FilterDate; comparison: Comparison; date: string /* YYYY-MM-DD, Asia/Shanghai */ | NamedDay }
  | { key: FilterCount; comparison: Comparison; count: number }
  | { key: 'text'; values: string[] };

export type FilterDate = 'due' | 'statutory' | 'submitted' | 'acted';
export type FilterCount = 'returns' | 'reminders' | 'round';

export type FilterTerm = FilterTest & { negated: boolean };

export const FILTER_ERROR_CODES = [
  'unknown_key',
  'unknown_value',
  'empty_value',
  'bad_region',
  'bad_unit',
  'bad_number',
  'bad_age',
  'bad_date',
  'unclosed_quote',
  'too_long',
  'too_many_terms',
] as const;

export interface FilterError {
  code: (typeof FILTER_ERROR_CODES)[number];
  /** UTF-16 offset of the word in the filter, and its length. */
  at: number;
  length: number;
  word: string;
  /** The nearest word that would be right. */
  suggestion?: string;
}

export type FilterResult = { ok: true; terms: FilterTerm[] } | { ok: false; error: FilterError };
