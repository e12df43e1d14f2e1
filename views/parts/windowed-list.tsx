import { Box } from 'ink';
import { Fragment, type ReactNode, type RefObject } from 'react';
import { Line, type Span } from './line.tsx';
import { type ListTop, shiftedTop, windowTop } from './window-top.ts';

interface Props<T extends { no: string }> {
  heading: readonly Span[];
  items: readonly T[];
  cursor: number;
  /** Lines in all, the heading among them. */
  rows: number;
  columns: number;
  /** First item in view, kept by whoever shows the list, so that it stands where it stood when one comes back. */
  top: RefObject<ListTop>;
  row: (item: T, atCursor: boolean) => ReactNode;
}

/** The items in view under a heading; only these are laid out, however many are loaded. */
export function WindowedList<T extends { no: string }>({
  heading,
  items,
  cursor,
  rows,
  columns,
  top,
  row,
}: Props<T>) {
  const visible = Math.max(1, rows - 1);
  const from = windowTop(shiftedTop(top.current, items, cursor, visible), cursor, visible, items.length);
  top.current = { index: from, no: items[from]?.no ?? null, cursor };
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Line spans={heading} />
      {items.slice(from, from + visible).map((item, at) => (
        <Fragment key={item.no}>{row(item, from + at === cursor)}</Fragment>
      ))}
    </Box>
  );
}
