import type { Choice } from '../../src/command/choice.ts';
import { clip, widthOf } from '../../src/terminal/width.ts';
import { Line, type Span } from './line.tsx';

const GAP = '  ';

interface Props {
  choices: readonly Choice[];
  chosen: number;
  columns: number;
  /** What their words have in common and need not be said again. */
  shared: number;
}

/** What a word could become, in one line that keeps the chosen one in view. */
export function Choices({ choices, chosen, columns, shared }: Props) {
  const items = choices.map(({ word, summary }) => {
    const rest = word.slice(shared).trim();
    return clip(summary === '' ? rest : `${rest} ${summary}`, columns - GAP.length);
  });
  let from = Math.max(chosen, 0);
  let used = 0;
  // Backwards from the chosen one while there is room, so that going on moves the line as little as it must.
  while (from > 0 && used + widthOf(items[from] ?? '') + GAP.length <= columns / 2) {
    used += widthOf(items[from] ?? '') + GAP.length;
    from -= 1;
  }
  const spans: Span[] = [];
  let room = columns;
  for (const [at, item] of items.slice(from).entries()) {
    const text = clip(item, room);
    if (room <= 0 || text === '') break;
    spans.push({ text, tone: from + at === chosen ? 'strong' : 'dim' }, { text: GAP });
    room -= widthOf(text) + GAP.length;
  }
  return <Line spans={spans} />;
}
