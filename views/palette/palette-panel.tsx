import { useConsole, useText } from '../../src/console/context.ts';
import type { PaletteState } from '../../src/console/palette/state.ts';
import { paletteMessages } from '../../src/i18n/messages/console-palette.ts';
import { clip, tail, widthOf } from '../../src/terminal/width.ts';
import { Choices } from '../parts/choices.tsx';
import { Line, plainLine } from '../parts/line.tsx';
import { TextCursor } from '../parts/text-cursor.tsx';

const PROMPT = ': ';
/** Lines of a failure at most: a filter, the mark below its word, a sentence and a hint. */
const FAILURE_ROWS_MAX = 4;

/** Rows the panel takes: its line, and what is said of it. */
export function paletteRows({ failure }: PaletteState): number {
  return 1 + Math.max(1, Math.min(failure.length, FAILURE_ROWS_MAX));
}

/** The command being typed; below it what its last word could become, why it was not run, or the keys. `top` is its row. */
export function PalettePanel({ columns, top }: { columns: number; top: number }) {
  const text = useText(paletteMessages);
  const palette = useConsole((state) => state.palette);
  if (!palette) return null;
  const { line, failure, stop } = palette;
  const { typed, choices, chosen } = line;
  const room = columns - widthOf(PROMPT) - 1;
  const before = tail(typed.before, room);
  return (
    <>
      <Line spans={[{ text: PROMPT, tone: 'strong' }, { text: clip(before + typed.after, room) || ' ' }]} />
      {choices.length > 0 ? (
        <Choices choices={choices} chosen={chosen} columns={columns} shared={sharedLength(choices)} />
      ) : (
        failure
          .slice(0, FAILURE_ROWS_MAX)
          .map((sentence, at) => <Line key={at} spans={plainLine(clip(sentence, columns), 'red')} />)
      )}
      {choices.length === 0 && failure.length === 0 && (
        <Line spans={plainLine(clip(text(stop ? 'running' : 'hints'), columns), 'dim')} />
      )}
      <TextCursor x={widthOf(PROMPT) + widthOf(before)} y={top} />
    </>
  );
}

/** Choices hold the whole line; only the words that differ are shown. */
function sharedLength(choices: readonly { word: string }[]): number {
  const [first = { word: '' }] = choices;
  const ends = [...first.word.trimEnd().matchAll(/\s/g)].map(({ index }) => index + 1);
  return ends.findLast((end) => choices.every(({ word }) => word.startsWith(first.word.slice(0, end)))) ?? 0;
}
