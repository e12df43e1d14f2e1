import type {
  Account,
  Approval,
  AuditEntry,
  BothWaysPage,
  NoticeSummary,
  RequestSummary,
} from '@district/contract/types.ts';
import type { Client } from '../../client/client.ts';
import type { Desk } from '../desk.ts';
import type { ConsoleState } from '../state.ts';
import { type ListPages, pagedQuery, rowsOf } from './paged.ts';
import { cursorIndex } from './place.ts';

/** No event tells of an entry of the audit: the list asks by itself, about as often as somebody looks up. */
const AUDIT_REFRESH_MS = 10_000;
/** More at once where other screens look into the list too: the approvals of a busy district, its notices of a year. */
const WHOLE_PAGE_SIZE = 200;

/** An account under what the shell calls it: its login, or its id where it has none. */
export type ListedAccount = Account & { no: string };
/** What the cursor follows where a row has no number. */
export type ListedEntry = AuditEntry & { no: string };
export type ListedApproval = Approval & { no: string };

/** The rows of each screen that is a list. */
export interface Rows {
  requests: RequestSummary;
  notices: NoticeSummary;
  approvals: ListedApproval;
  operators: ListedAccount;
  audit: ListedEntry;
}
export type ListScreen = keyof Rows;

type Queries = { [S in ListScreen]: (client: Client, place: ConsoleState[S]) => PagedQuery<Rows[S]> };
type PagedQuery<T> = ReturnType<typeof pagedQuery<T>>;

const QUERIES: Queries = {
  requests: (client, { filter, sort, end }) =>
    pagedQuery({
      queryKey: ['requests', filter, sort],
      end,
      ask: (page, signal) => client.listRequests({ q: filter, sort, ...page }, signal),
    }),
  notices: (client, { end }) =>
    pagedQuery({
      queryKey: ['notices'],
      end,
      size: WHOLE_PAGE_SIZE,
      ask: (page, signal) => client.listNotices(page, signal),
    }),
  approvals: (client, { end }) =>
    pagedQuery({
      queryKey: ['approvals'],
      end,
      size: WHOLE_PAGE_SIZE,
      ask: async (page, signal) =>
        numbered(await client.listApprovals({ state: 'open', ...page }, signal), ({ id }) => id),
    }),
  operators: (client, { end }) =>
    pagedQuery({
      queryKey: ['accounts'],
      end,
      ask: async (page, signal) =>
        numbered(await client.listOperators(page, signal), ({ login, id }) => login ?? id),
    }),
  audit: (client, { filter, end }) =>
    pagedQuery({
      queryKey: ['audit', filter],
      end,
      refetchInterval: AUDIT_REFRESH_MS,
      ask: async (page, signal) =>
        numbered(await client.listAudit({ ...filter, ...page }, signal), ({ id }) => id),
    }),
};

function numbered<T>(page: BothWaysPage<T>, noOf: (row: T) => string): BothWaysPage<T & { no: string }> {
  return { ...page, items: page.items.map((row) => ({ ...row, no: noOf(row) })) };
}

export function isListScreen(screen: string): screen is ListScreen {
  return screen in QUERIES;
}

export function listQuery<S extends ListScreen>(
  client: Client,
  screen: S,
  place: ConsoleState[S],
): PagedQuery<Rows[S]> {
  return QUERIES[screen](client, place);
}

/** The pages of a list that are held right now, as it is filtered and sorted. */
export function heldPages<S extends ListScreen>(desk: Desk, screen: S): ListPages<Rows[S]> | undefined {
  const { queryKey } = listQuery(desk.client, screen, desk.store.getState()[screen]);
  return desk.queries.getQueryData(queryKey);
}

/** What is loaded right now: keys act on this without waiting for a frame, so that typing ahead hits the right row. */
export function loadedRows<S extends ListScreen>(desk: Desk, screen: S): readonly Rows[S][] {
  return rowsOf(heldPages(desk, screen));
}

export function rowAtHand<S extends ListScreen>(desk: Desk, screen: S): Rows[S] | undefined {
  const rows = loadedRows(desk, screen);
  return rows[cursorIndex(rows, desk.store.getState()[screen])];
}
