import type { ProgressGrid, RequestDetail, UnitRef } from '@district/contract/types.ts';
import type { Desk } from './desk.ts';
import { choiceSource, choicesOf } from './form/choices.ts';
import type { Form } from './form/form.ts';
import type { Choice } from './form/units.ts';
import { overviewQuery, progressQuery, regionsQuery, requestQuery, unitsQuery } from './queries.ts';

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

export function loadedUnits(desk: Desk): readonly UnitRef[] {
  return desk.queries.getQueryData(unitsQuery(desk.client).queryKey) ?? [];
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
