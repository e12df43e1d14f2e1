import type {
  Approval,
  DutyStatus,
  NoticeSummary,
  Page,
  ProgressGrid,
  RequestDetail,
  RequestSummary,
  TriageItem,
  UnitRef,
} from '@district/contract/types.ts';
import type { InfiniteData } from '@tanstack/react-query';
import type { FilterNames } from '../command/complete-filter.ts';
import type { Desk } from './desk.ts';
import { choiceSource, choicesOf } from './form/choices.ts';
import type { Form } from './form/form.ts';
import type { Choice } from './form/units.ts';
import {
  accountsQuery,
  approvalsQuery,
  dutyQuery,
  itemsQuery,
  type ListedAccount,
  noticesQuery,
  overviewQuery,
  progressQuery,
  regionsQuery,
  requestQuery,
  requestsQuery,
  triageQuery,
  unitsQuery,
} from './queries.ts';

const rowsByPages = new WeakMap<object, readonly unknown[]>();

/** The rows of all pages, put together once for as long as they are the same: a list may hold a hundred thousand. */
export function rowsOf<T>(pages: InfiniteData<Page<T>> | undefined): readonly T[] {
  if (!pages) return [];
  const known = rowsByPages.get(pages) as readonly T[] | undefined;
  if (known) return known;
  const rows = pages.pages.flatMap((page) => page.items);
  rowsByPages.set(pages, rows);
  return rows;
}

/** What is loaded right now: keys act on this without waiting for a frame, so that typing ahead hits the right row. */
export function loadedRequests(desk: Desk): readonly RequestSummary[] {
  const { filter } = desk.store.getState().requests;
  return rowsOf(desk.queries.getQueryData(requestsQuery(desk.client, filter).queryKey));
}

export function loadedTriage(desk: Desk): readonly TriageItem[] {
  return desk.queries.getQueryData(triageQuery(desk.client).queryKey)?.items ?? [];
}

/** The item of the queue one is at. */
export function triageAtHand(desk: Desk): TriageItem | undefined {
  const items = loadedTriage(desk);
  return items[triageIndex(items, desk.store.getState().triage)];
}

export function triageIndex(
  items: readonly TriageItem[],
  place: { cursorNo: string | null; cursor: number },
): number {
  return cursorIndex(
    items.map(({ request }) => request),
    place,
  );
}

export function loadedDuty(desk: Desk): DutyStatus | undefined {
  return desk.queries.getQueryData(dutyQuery(desk.client).queryKey);
}

export function loadedApprovals(desk: Desk): readonly Approval[] {
  return desk.queries.getQueryData(approvalsQuery(desk.client).queryKey)?.items ?? [];
}

export function loadedDetail(desk: Desk, no: string): RequestDetail | undefined {
  return desk.queries.getQueryData(requestQuery(desk.client, no).queryKey);
}

export function loadedGroups(desk: Desk) {
  return desk.queries.getQueryData(overviewQuery(desk.client).queryKey)?.groups ?? [];
}

export function loadedNotices(desk: Desk): readonly NoticeSummary[] {
  return desk.queries.getQueryData(noticesQuery(desk.client).queryKey)?.items ?? [];
}

/** What the field with the keyboard chooses from. */
export function loadedChoices(desk: Desk, form: Form): readonly Choice[] {
  const source = choiceSource(form);
  const regions = desk.queries.getQueryData(regionsQuery(desk.client).queryKey) ?? [];
  return source === null ? [] : choicesOf(source, loadedUnits(desk), regions, desk.store.getState().language);
}

export function loadedAccounts(desk: Desk): readonly ListedAccount[] {
  return desk.queries.getQueryData(accountsQuery(desk.client).queryKey) ?? [];
}

function loadedUnits(desk: Desk): readonly UnitRef[] {
  return desk.queries.getQueryData(unitsQuery(desk.client).queryKey) ?? [];
}

/** What a filter can name, as far as it is here. */
export function loadedNames(desk: Desk): FilterNames {
  return {
    units: loadedUnits(desk),
    regions: desk.queries.getQueryData(regionsQuery(desk.client).queryKey) ?? [],
    items: desk.queries.getQueryData(itemsQuery(desk.client).queryKey) ?? [],
  };
}

export function loadedProgress(desk: Desk): ProgressGrid | undefined {
  const region = desk.store.getState().entry.path.at(-1) ?? null;
  return desk.queries.getQueryData(progressQuery(desk.client, region).queryKey);
}

/** The row of the cursor's region, the first when it is not shown. */
export function progressCursor(grid: ProgressGrid, cursorCode: string | null): number {
  return Math.max(
    0,
    grid.rows.findIndex(({ region }) => region.code === cursorCode),
  );
}

/** Where the cursor is: at its request if that one is still listed, else at the same place. */
export function cursorIndex(
  rows: readonly { no: string }[],
  place: { cursorNo: string | null; cursor: number },
): number {
  // Nearly always it is where it was; only a list that shifted has to be searched.
  if (place.cursorNo !== null && rows[place.cursor]?.no === place.cursorNo) return place.cursor;
  const found = place.cursorNo === null ? -1 : rows.findIndex((row) => row.no === place.cursorNo);
  return found >= 0 ? found : Math.min(place.cursor, Math.max(rows.length - 1, 0));
}
