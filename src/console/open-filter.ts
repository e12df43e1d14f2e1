import type { Desk } from './desk.ts';
import { prefetchNames } from './queries.ts';
import { DEFAULT_FILTER } from './screen.ts';
import { typedLine } from './typed-line.ts';

/** Shows the requests of a filter from its top; marks stay, since they name requests and not places. */
export function openFilter(desk: Desk, filter: string): void {
  desk.store.setState(({ requests }) => ({
    screen: 'requests',
    detail: null,
    notice: null,
    requests: {
      ...requests,
      filter: filter.trim() || DEFAULT_FILTER,
      editing: null,
      cursorNo: null,
      cursor: 0,
    },
  }));
}

/** Opens the line in which the filter is typed, with a filter in it. Names of units and streets are at hand by the time they are typed. */
export function editFilter(desk: Desk, filter: string): void {
  prefetchNames(desk.queries, desk.client);
  desk.store.setState(({ requests }) => ({
    screen: 'requests',
    detail: null,
    notice: null,
    requests: { ...requests, editing: typedLine(filter) },
  }));
}
