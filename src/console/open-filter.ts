import type { RequestSort } from '@district/contract/types.ts';
import type { Desk } from './desk.ts';
import { beginAtEnd } from './list/move.ts';
import { LIST_TOP } from './list/place.ts';
import { prefetchNames } from './queries.ts';
import { DEFAULT_FILTER } from './screen.ts';
import { typedLine } from './typed-line.ts';

/** In the order in which one goes through them. */
const SORTS = ['due', 'newest', 'oldest'] as const satisfies readonly RequestSort[];

/** Shows the requests of a filter from its top; marks stay, since they name requests and not places. */
export function openFilter(desk: Desk, filter: string, sort?: RequestSort): void {
  desk.store.setState(({ requests }) => ({
    screen: 'requests',
    detail: null,
    notice: null,
    requests: {
      ...requests,
      ...LIST_TOP,
      filter: filter.trim() || DEFAULT_FILTER,
      sort: sort ?? requests.sort,
      editing: null,
      range: null,
      selecting: null,
    },
  }));
  beginAtEnd(desk, 'requests');
}

/** The same requests in the next order, from the top. */
export function sortNext(desk: Desk): void {
  const { filter, sort } = desk.store.getState().requests;
  openFilter(desk, filter, SORTS[(SORTS.indexOf(sort) + 1) % SORTS.length]);
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
