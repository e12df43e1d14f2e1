import { parseFilter } from '@district/contract/filter/parse.ts';
import { useConsole, useText } from '../../src/console/context.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { wholeText } from '../../src/terminal/text-input.ts';
import { clip, spread, tail, widthOf } from '../../src/terminal/width.ts';
import { Line } from '../parts/line.tsx';
import { TextCursor } from '../parts/text-cursor.tsx';

/** The filter in force, or the one being typed with the word that cannot be read pointed at. `top` is its row. */
export function FilterLine({ columns, top, count }: { columns: number; top: number; count: string }) {
  const text = useText(consoleMessages);
  const { filter, editing } = useConsole((state) => state.requests);
  const prompt = text('filter');
  if (!editing) return <Line spans={[{ text: spread(`${prompt}${filter}`, count, columns) }]} />;
  const room = columns - widthOf(prompt) - 1;
  const before = tail(editing.before, room);
  const parsed = parseFilter(wholeText(editing));
  const shown = clip(before + editing.after, room);
  const wrong = parsed.ok ? '' : explain(parsed.error.word, parsed.error.suggestion);
  const left = Math.max(0, columns - widthOf(prompt) - widthOf(shown) - 2);
  return (
    <>
      <Line
        spans={[
          { text: prompt, tone: 'strong' },
          { text: shown || ' ' },
          { text: `  ${clip(wrong, left)}`, tone: 'red' },
        ]}
      />
      <TextCursor x={widthOf(prompt) + widthOf(before)} y={top} />
    </>
  );

  function explain(word: string, suggestion: string | undefined): string {
    const also = suggestion === undefined ? '' : text('filterSuggestion', { suggestion });
    return text('filterWrong', { word }) + also;
  }
}
