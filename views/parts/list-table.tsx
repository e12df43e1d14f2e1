import { memo, useMemo, useRef } from 'react';
import { useLanguage } from '../../src/console/context.ts';
import type { Marks } from '../../src/console/list/marks.ts';
import { type ListName, useColumns } from '../../src/console/list/use-columns.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { spread } from '../../src/terminal/width.ts';
import { type ColumnView, columnHeading, columnSpans, type FittedColumn, fitColumns } from './columns.ts';
import { cursorMark, Line, type Tone } from './line.tsx';
import { UNPAINTED } from './window-top.ts';
import { WindowedList } from './windowed-list.tsx';

interface Props<T extends { no: string }> {
  list: ListName;
  views: Readonly<Record<string, ColumnView<T>>>;
  items: readonly T[];
  cursor: number;
  /** Lines in all, the heading among them. */
  rows: number;
  columns: number;
  /** Where the cursor is in the whole list; said in the heading once the list is longer than the window. */
  position?: string;
  marks?: Marks;
  asOfMs?: number;
  toneOf?: (row: T) => Tone;
}

/** A list under the headings of its columns: as many of those chosen as fit, of rows those in view. */
export function ListTable<T extends { no: string }>(props: Props<T>) {
  const { list, views, items, cursor, rows, columns, position = '', marks, asOfMs = 0, toneOf } = props;
  const language = useLanguage();
  const chosen = useColumns(list);
  const top = useRef(UNPAINTED);
  const fitted = useMemo(
    () => fitColumns(chosen, views, columns, language),
    [chosen, views, columns, language],
  );
  const heading = columnHeading(fitted, language);
  const isLonger = items.length > rows - 1;
  return (
    <WindowedList
      heading={[{ text: isLonger ? spread(heading.trimEnd(), position, columns) : heading, tone: 'dim' }]}
      items={items}
      cursor={cursor}
      rows={rows}
      columns={columns}
      top={top}
      row={(row, atCursor) => (
        <ListRow
          row={row}
          fitted={fitted as readonly FittedColumn<unknown>[]}
          language={language}
          asOfMs={asOfMs}
          atCursor={atCursor}
          isMarked={marks?.has(row.no) === true}
          tone={toneOf?.(row) ?? 'plain'}
        />
      )}
    />
  );
}

interface RowProps {
  row: unknown;
  fitted: readonly FittedColumn<unknown>[];
  language: Language;
  asOfMs: number;
  atCursor: boolean;
  isMarked: boolean;
  tone: Tone;
}

/** Memoised, so that moving the cursor lays out two rows and not forty. */
const ListRow = memo(function ListRow({ row, fitted, language, asOfMs, atCursor, isMarked, tone }: RowProps) {
  const cells = useMemo(
    () => columnSpans(row, fitted, { language, asOfMs }, tone),
    [row, fitted, language, asOfMs, tone],
  );
  const spans = useMemo(
    () => [cursorMark(atCursor), { text: isMarked ? '*' : ' ' }, ...cells],
    [atCursor, isMarked, cells],
  );
  return <Line spans={spans} />;
});
