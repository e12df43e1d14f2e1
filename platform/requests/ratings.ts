import { formatUnit } from '@district/contract/assignee.ts';
import type { FilterTerm } from '@district/contract/filter/terms.ts';
import { type RawBuilder, sql } from 'kysely';
import { type Operator, rightsOf } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { leads } from './rules.ts';

/** Whoever is rated sees ratings only added up, so that nobody calls a resident about theirs. */
export function seesRatings(operator: Pick<Operator, 'role'>): boolean {
  return !rightsOf(operator).parties.includes('handler');
}

/** Whether an operator may filter like this: a filter by ratings would tell of single ones. */
export function mayAsk(operator: Operator, terms: readonly FilterTerm[]): boolean {
  const asks = terms.some(
    (term) => term.key === 'rating' || (term.key === 'is' && term.values.includes('rectification')),
  );
  return !asks || seesRatings(operator);
}

export function checkMayAsk(operator: Operator, terms: readonly FilterTerm[]): void {
  if (mayAsk(operator, terms)) return;
  throw new ProblemError(
    'forbidden',
    'Ratings are shown to whoever is rated only added up: leave rating: and is:rectification out.',
    { reason: 'role' },
  );
}

/** After a poor rating the contact is for the unit that puts it right, and for the centre. */
export function mayContact(operator: Operator, request: Pick<RequestRow, 'rectification' | 'lead'>): boolean {
  if (request.rectification === null || seesRatings(operator)) return true;
  return request.rectification !== 'open' && leads(operator, request);
}

/** The same within a query. */
export function contactScope(operator: Operator): RawBuilder<boolean> {
  if (seesRatings(operator)) return sql<boolean>`true`;
  const unit = operator.unit === null ? '' : formatUnit(operator.unit);
  return sql<boolean>`(requests.rectification is null or (requests.rectification <> 'open' and requests.lead = ${unit}))`;
}
