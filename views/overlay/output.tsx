import { useEffect } from 'react';
import { useDesk } from '../../src/console/context.ts';
import type { PrintedLine } from '../../src/console/palette/state.ts';
import { clip, wrapLines } from '../../src/terminal/width.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';

interface Props {
  title: string;
  lines: readonly PrintedLine[];
  scroll: number;
  columns: number;
  rows: number;
}

/** What a command printed, under the command. */
export function Output({ title, lines, scroll, columns, rows }: Props) {
  const desk = useDesk();
  const wrapped = lines.flatMap(({ text, isTalk }) =>
    wrapLines(text, columns).map((line) => plainLine(line, isTalk ? 'dim' : 'plain')),
  );
  const scrollMax = Math.max(0, wrapped.length - rows + 1);
  useEffect(() => {
    desk.store.setState(({ overlay }) =>
      overlay?.kind === 'output' && overlay.scrollMax !== scrollMax
        ? { overlay: { ...overlay, scrollMax } }
        : {},
    );
  }, [desk, scrollMax]);
  const from = Math.min(scroll, scrollMax);
  return <Lines rows={rows} lines={[plainLine(clip(title, columns), 'strong'), ...wrapped.slice(from)]} />;
}
