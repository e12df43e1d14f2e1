import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConsole, useDesk, useLanguage } from '../context.ts';
import { goOnInRequests } from '../mark-requests.ts';
import { type ListScreen, listQuery, type Rows } from './lists.ts';
import { moveInList, stayHere } from './move.ts';
import { rowsOf } from './paged.ts';
import { cursorIndex } from './place.ts';
import { positionText } from './position.ts';

/** Rows between the cursor and the end of what is held at which the page beyond is asked for: a page key away, so that it is there when reached. */
const AHEAD_ROWS = 40;

/** The rows of a list around its cursor; the pages beyond come as it nears them. */
export function useList<S extends ListScreen>(screen: S) {
  const desk = useDesk();
  const language = useLanguage();
  const place = useConsole((state) => state[screen]);
  const query = useInfiniteQuery(listQuery(desk.client, screen, place));
  const { data, isError, dataUpdatedAt, isFetching, isFetchNextPageError, isFetchPreviousPageError } = query;
  const { hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage } = query;
  const rows: readonly Rows[S][] = rowsOf(data);
  const cursor = cursorIndex(rows, place);
  // A page is not asked for while another answer is awaited: it would put an end to that one.
  const wantsNext = hasNextPage && !isFetching && !isFetchNextPageError && cursor >= rows.length - AHEAD_ROWS;
  const wantsPrevious = hasPreviousPage && !isFetching && !isFetchPreviousPageError && cursor < AHEAD_ROWS;
  useEffect(() => {
    if (wantsNext) void fetchNextPage();
    else if (wantsPrevious) void fetchPreviousPage();
  }, [wantsNext, wantsPrevious, fetchNextPage, fetchPreviousPage]);
  const isCutOff = query.failureCount > 0;
  // The rest of the way is gone when there are other rows to go over, and not before.
  useEffect(() => {
    if (place.owed === 0) return;
    if (isCutOff) stayHere(desk);
    else if (screen === 'requests') goOnInRequests(desk);
    else moveInList(desk, screen, 0);
  }, [desk, screen, rows, isCutOff, place.owed]);
  const position = data && rows.length > 0 ? positionText(data, cursor, language) : '';
  return { rows, cursor, position, isLoaded: data !== undefined, isError, dataUpdatedAt };
}
