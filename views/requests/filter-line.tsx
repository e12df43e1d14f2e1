import { parseFilter } from '@district/contract/filter/parse.ts';
import type { FilterError } from '@district/contract/filter/terms.ts';
import { FILTER_REFUSALS } from '../../src/command/filter-failure.ts';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { wholeText } from '../../src/terminal/text/typed-text.ts';
import { clip, spread, tail, widthOf } from '../../src/terminal/width.ts';
import { Choices } from '../parts/choices.tsx';
import { Line } from '../parts/line.tsx';
import { TextCursor } from '../parts/text-cursor.tsx';
import { useRested } from '../parts/use-rested.ts';

/** The filter in force and where in its list one is, or the filter being typed. `top` is its row. */
export function FilterLine({ columns, top, where }: { columns: number; top: number; where: string }) {
  const text = useText(consoleMessages);
  const { filter, editing } = useConsole((state) => state.requests);
  const prompt = text('filter');
  if (!editing) return <Line spans={[{ text: spread(`${prompt}${filter}`, where, columns) }]} />;
  const { typed } = editing;
  const room = columns - widthOf(prompt) - 1;
  const before = tail(typed.before, room);
  return (
    <>
      <Line spans={[{ text: prompt, tone: 'strong' }, { text: clip(before + typed.after, room) || ' ' }]} />
      <TextCursor x={widthOf(prompt) + widthOf(before)} y={top} />
    </>
  );
}

/** Below the filter being typed: what its last word could become, or the word that cannot be read, pointed at. */
export function FilterAdvice({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const editing = useConsole((state) => state.requests.editing);
  const whole = editing ? wholeText(editing.typed) : '';
  // A word is wrong until it is typed to its end; and over a slow line what is said of it would hold up the next character.
  const hasRested = useRested(whole) === whole;
  if (!editing) return null;
  const { typed, choices, chosen } = editing;
  if (choices.length > 0) {
    const shared = /^(?:.*\s)?-?/su.exec(typed.before)?.[0].length ?? 0;
    return <Choices choices={choices} chosen={chosen} columns={columns} shared={shared} />;
  }
  const parsed = parseFilter(whole);
  return <Line spans={[{ text: parsed.ok || !hasRested ? ' ' : pointed(parsed.error), tone: 'red' }]} />;

  /** `      ^^^^^^^ what is wrong`, the marks below the word; the sentence goes before them where they stand far right. */
  function pointed(error: FilterError): string {
    const at = widthOf(text('filter')) + widthOf(whole.slice(0, error.at));
    const marks = '^'.repeat(Math.max(1, widthOf(whole.slice(error.at, error.at + error.length))));
    const also =
      error.suggestion === undefined ? '' : text('filterSuggestion', { suggestion: error.suggestion });
    const sentence =
      FILTER_REFUSALS[error.code]?.[language] ?? text('filterWrong', { word: error.word }) + also;
    if (at + marks.length + 1 + widthOf(sentence) <= columns) return `${' '.repeat(at)}${marks} ${sentence}`;
    const room = at - 1;
    return widthOf(sentence) <= room
      ? `${' '.repeat(room - widthOf(sentence))}${sentence} ${clip(marks, columns - at)}`
      : clip(sentence, columns);
  }
}
