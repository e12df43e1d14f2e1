import type { Unit } from '../assignee.ts';
import type { ApprovalKind, Light, RequestSource, RequestState, ServiceCategory } from '../vocabulary.ts';

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
] as const;
export type IsValue = (typeof IS_VALUES)[number];

export type Comparison = '<' | '<=' | '=' | '>=' | '>';

/** What a term asks; several values of one term are alternatives, several terms must all hold. */
export type FilterTest =
  | { key: 'is'; values: IsValue[] }
  | { key: 'state'; values: RequestState[] }
  | { key: 'light'; values: Light[] }
  | { key: 'region'; values: string[] /* code prefixes */ }
  | { key: 'to'; values: (Unit | 'none')[] }
  | { key: 'category'; values: ServiceCategory[] }
  | { key: 'item'; values: string[] }
  | { key: 'source'; values: RequestSource[] }
  | { key: 'approval'; values: ApprovalKind[] }
  | { key: 'no'; values: string[] }
  | { key: 'age'; comparison: Comparison; hours: number }
  | { key: 'due' | 'submitted'; comparison: Comparison; date: string /* YYYY-MM-DD, Asia/Shanghai */ }
  | { key: 'returns' | 'round'; comparison: Comparison; count: number }
  | { key: 'text'; text: string };

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
