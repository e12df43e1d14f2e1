import type { AuditEntry, Page } from '@district/contract/types.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Client } from '../../client/client.ts';
import type { AuditFilter } from '../../command/audit/audit-filter.ts';
import type { Desk } from '../desk.ts';
import { cursorIndex, rowsOf } from '../rows.ts';

/** A page fills the largest usual terminal once over. */
const PAGE_SIZE = 60;
/** No event tells of an entry: the list asks by itself, about as often as somebody looks up. */
const REFRESH_MS = 10_000;

/** An entry under what the cursor follows. */
export type ListedEntry = AuditEntry & { no: string };

export function auditQuery(client: Client, filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<Page<ListedEntry>> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const { items, next } = await client.listAudit({ ...filter, limit: PAGE_SIZE, ...cursor }, signal);
      return { items: items.map((entry) => ({ ...entry, no: entry.id })), next };
    },
    getNextPageParam: (page: Page<ListedEntry>) => page.next,
    refetchInterval: REFRESH_MS,
  });
}

export function loadedEntries(desk: Desk): readonly ListedEntry[] {
  const { filter } = desk.store.getState().audit;
  return rowsOf(desk.queries.getQueryData(auditQuery(desk.client, filter).queryKey));
}

export function entryAtHand(desk: Desk): ListedEntry | undefined {
  const rows = loadedEntries(desk);
  return rows[cursorIndex(rows, desk.store.getState().audit)];
}
