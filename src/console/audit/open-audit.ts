import { list } from '../../../commands/audit/list.ts';
import { auditFilter, FILTER_OPTIONS } from '../../command/audit/audit-filter.ts';
import type { Input } from '../../command/operation.ts';
import { camelCase } from '../../command/option-name.ts';
import { twin } from '../../command/twin.ts';
import type { Desk } from '../desk.ts';
import { beginAtEnd } from '../list/move.ts';
import { LIST_TOP } from '../list/place.ts';

/** The screen with the filter of a command line; false when the line asks for more than a filter. Throws a usage failure. */
export function openAudit(desk: Desk, input: Input): boolean {
  const given = Object.keys(input).filter((name) => input[name] !== undefined);
  const known = FILTER_OPTIONS.map(({ name }) => camelCase(name));
  if (given.some((name) => !known.includes(name))) return false;
  const filter = auditFilter(input);
  const line = given.length === 0 ? '' : twin(list, input);
  const place = { ...LIST_TOP, filter, line, open: null, scroll: 0, scrollMax: 0 };
  desk.store.setState({ screen: 'audit', detail: null, audit: place, ...(line !== '' && { twin: line }) });
  beginAtEnd(desk, 'audit');
  return true;
}
