import { useMemo } from 'react';
import { type ChosenColumn, type ListName, shownColumns } from '../../session/list-columns.ts';
import { useConsole } from '../context.ts';

export type { ChosenColumn, ColumnId, ListName } from '../../session/list-columns.ts';

/** The columns of a list as the person wants them. */
export function useColumns(list: ListName): readonly ChosenColumn[] {
  const chosen = useConsole((state) => state.columns);
  return useMemo(() => shownColumns(list, chosen), [list, chosen]);
}
