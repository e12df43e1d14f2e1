import { Box } from 'ink';
import { plainLine, type Span } from './line.tsx';
import { Lines } from './lines.tsx';

/** Columns of the bar that parts a pane from what stands left of it. */
export const PANE_BAR_COLUMNS = 2;

/** Lines beside a list, behind a bar. */
export function SidePane({
  lines,
  columns,
  rows,
}: {
  lines: readonly (readonly Span[])[];
  columns: number;
  rows: number;
}) {
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
}
