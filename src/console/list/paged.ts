import type { BothWaysPage } from '@district/contract/types.ts';
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import type { BothWaysQuery } from '../../client/client.ts';
import type { ListEnd } from './place.ts';

/** A page fills the largest usual terminal once over, and is a fraction of a second over a slow line. */
export const LIST_PAGE_SIZE = 60;
/**
 * Pages held around the cursor: one to each side of its own. Those farther away are dropped and loaded again, so that a list of any
 * length takes no more memory, and no more to ask for anew when something changed.
 */
const PAGES_HELD_MAX = 3;

/** A page, and how many rows stand before and after it: counted on the way there, null where nobody has been. */
export interface ListPage<T> extends BothWaysPage<T> {
  before: number | null;
  after: number | null;
}
export type ListPages<T> = InfiniteData<ListPage<T>, unknown>;

/** From an end, or from a page beside: `passed` rows lie behind, up to this page; `ahead` were known to lie before one. */
type PageParam =
  | { end: ListEnd }
  | { cursor: string; isBackward: boolean; passed: number | null; ahead: number | null };

interface PagedList<T> {
  queryKey: readonly unknown[];
  /** The end to begin at. */
  end: ListEnd;
  size?: number;
  refetchInterval?: number;
  ask(query: BothWaysQuery, signal: AbortSignal): Promise<BothWaysPage<T>>;
}

/** A list walked page by page from either end. */
export function pagedQuery<T>({ queryKey, end, size = LIST_PAGE_SIZE, refetchInterval, ask }: PagedList<T>) {
  return infiniteQueryOptions({
    queryKey: [...queryKey, end],
    initialPageParam: { end } as PageParam,
    maxPages: PAGES_HELD_MAX,
    queryFn: async ({ pageParam, signal }) => {
      const from = 'end' in pageParam ? { page: pageParam.end } : { cursor: pageParam.cursor };
      return counted(await ask({ limit: size, ...from }, signal), pageParam);
    },
    // Nothing lies beyond the page of an end, whatever a platform says: it would be asked without end.
    getNextPageParam: ({ next, items, before, after }, _pages, param): PageParam | null =>
      next === null || isEnd(param, 'last')
        ? null
        : { cursor: next, isBackward: false, passed: plus(before, items.length), ahead: after },
    getPreviousPageParam: ({ prev, items, before, after }, _pages, param): PageParam | null =>
      prev === null || isEnd(param, 'first')
        ? null
        : { cursor: prev, isBackward: true, passed: plus(after, items.length), ahead: before },
    ...(refetchInterval !== undefined && { refetchInterval }),
  });
}

function isEnd(param: PageParam, end: ListEnd): boolean {
  return 'end' in param && param.end === end;
}

function counted<T>(page: BothWaysPage<T>, param: PageParam): ListPage<T> {
  const isBackward = 'end' in param ? param.end === 'last' : param.isBackward;
  const passed = 'end' in param ? 0 : param.passed;
  const ahead = 'end' in param ? null : plus(param.ahead, -page.items.length);
  const [before, after] = isBackward ? [ahead, passed] : [passed, ahead];
  // What the platform says of an end is sure; what was counted on the way may have changed since.
  return { ...page, before: page.prev === null ? 0 : before, after: page.next === null ? 0 : after };
}

function plus(count: number | null, more: number): number | null {
  return count === null ? null : Math.max(0, count + more);
}

const rowsByPages = new WeakMap<object, readonly unknown[]>();

/** The rows of all pages held, put together once for as long as they are the same. */
export function rowsOf<T>(pages: ListPages<T> | undefined): readonly T[] {
  if (!pages) return [];
  const known = rowsByPages.get(pages) as readonly T[] | undefined;
  if (known) return known;
  const rows = pages.pages.flatMap(({ items }) => items);
  rowsByPages.set(pages, rows);
  return rows;
}

/** Whether an end of the list is among the pages held. */
export function reaches(pages: ListPages<unknown>, end: ListEnd): boolean {
  return end === 'first' ? pages.pages[0]?.prev === null : pages.pages.at(-1)?.next === null;
}
