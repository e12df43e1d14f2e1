import { useEffect } from 'react';

/** Rows below the cursor at which the next page is asked for: a page key away, so that it is there when reached. */
const AHEAD_ROWS = 40;

interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Asks for the next page of a list as the cursor nears the end of the `count` rows that are there. */
export function useNextPage(query: PagedQuery, cursor: number, count: number): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const wantsMore = hasNextPage && !isFetchingNextPage && cursor >= count - AHEAD_ROWS;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);
}
