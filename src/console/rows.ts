import type {
  DutyStatus,
  ProgressGrid,
  RequestDetail,
  TriageItem,
  UnitRef,
} from '@district/contract/types.ts';
import type { FilterNames } from '../command/complete-filter.ts';
import type { Desk } from './desk.ts';
import { choiceSource, choicesOf } from './form/choices.ts';
import type { Form } from './form/form.ts';
import type { Choice } from './form/units.ts';
import { cursorIndex } from './list/place.ts';
import {
  dutyQuery,
  itemsQuery,
  overviewQuery,
  progressQuery,
  regionsQuery,
  requestQuery,
  triageQuery,
  unitsQuery,
} from './queries.ts';

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

export function loadedDetail(desk: Desk, no: string): RequestDetail | undefined {
  return desk.queries.getQueryData(requestQuery(desk.client, no).queryKey);
}

export function loadedGroups(desk: Desk) {
  return desk.queries.getQueryData(overviewQuery(desk.client).queryKey)?.groups ?? [];
}

/** What the field with the keyboard chooses from. */
export function loadedChoices(desk: Desk, form: Form): readonly Choice[] {
  const source = choiceSource(form);
  const regions = desk.queries.getQueryData(regionsQuery(desk.client).queryKey) ?? [];
  return source === null ? [] : choicesOf(source, loadedUnits(desk), regions, desk.store.getState().language);
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
