import { Box } from 'ink';
import { memo } from 'react';
import { plainLine, type Span } from './line.tsx';
import { Lines } from './lines.tsx';

/** Columns of the bar that parts a pane from what stands left of it. */
export const PANE_BAR_COLUMNS = 2;

interface Props {
  lines: readonly (readonly Span[])[];
  columns: number;
  rows: number;
}

/** Lines beside a list, behind a bar. Laid out anew only when they change, and not at every key pressed in the list. */
export const SidePane = memo(function SidePane({ lines, columns, rows }: Props) {
  const bars = Array.from({ length: rows }, () => plainLine('| ', 'dim'));
  return (
    <Box width={columns} height={rows}>
      <Box width={PANE_BAR_COLUMNS} flexShrink={0}>
        <Lines lines={bars} rows={rows} />
      </Box>
      <Box width={columns - PANE_BAR_COLUMNS} flexShrink={0}>
        <Lines lines={lines} rows={rows} />
      </Box>
    </Box>
  );
});
