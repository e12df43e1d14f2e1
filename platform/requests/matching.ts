import { type RawBuilder, sql } from 'kysely';
import type { Operator } from '../access/operator.ts';
import { requestScope } from '../access/scope.ts';
import { filterPredicate } from './filter-sql.ts';
import { termsFor } from './list.ts';

/** The requests that exist for this operator and that the filter leaves. Throws when the filter cannot be read, or asks what is not for them to ask. */
export function matching(operator: Operator, q: string, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(${requestScope(operator)} and ${filterPredicate(termsFor(operator, q), now)})`;
}
