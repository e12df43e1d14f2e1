import { Box } from 'ink';
import { Line, type Span } from './line.tsx';

/** Lines in a box of exactly `rows`; the rest of the box stays blank. */
export function Lines({ lines, rows }: { lines: readonly (readonly Span[])[]; rows: number }) {
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      {lines.slice(0, rows).map((spans, at) => (
        <Line key={at} spans={spans} />
      ))}
    </Box>
  );
}
