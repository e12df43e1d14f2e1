import { Box } from 'ink';
import { Fragment, type ReactNode, type RefObject } from 'react';
import { Line, type Span } from './line.tsx';
import { windowTop } from './window-top.ts';

interface Props<T> {
  heading: readonly Span[];
  items: readonly T[];
  cursor: number;
  /** Lines in all, the heading among them. */
  rows: number;
  columns: number;
  /** First item in view, kept by whoever shows the list, so that it stands where it stood when one comes back. */
  top: RefObject<number>;
  keyOf: (item: T) => string;
  row: (item: T, atCursor: boolean) => ReactNode;
}

/** The items in view under a heading; only these are laid out, however many are loaded. */
export function WindowedList<T>({ heading, items, cursor, rows, columns, top, keyOf, row }: Props<T>) {
  const visible = Math.max(1, rows - 1);
  top.current = windowTop(top.current, cursor, visible, items.length);
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Line spans={heading} />
      {items.slice(top.current, top.current + visible).map((item, at) => (
        <Fragment key={keyOf(item)}>{row(item, top.current + at === cursor)}</Fragment>
      ))}
    </Box>
  );
}
