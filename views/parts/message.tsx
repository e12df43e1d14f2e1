import { plainLine } from './line.tsx';
import { Lines } from './lines.tsx';

/** One sentence where there is nothing else to show. */
export function Message({ text, rows }: { text: string; rows: number }) {
  return <Lines rows={rows} lines={[plainLine(''), plainLine(`  ${text}`, 'dim')]} />;
}
