import type { Desk } from './desk.ts';
import { DEFAULT_FILTER } from './state.ts';

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
