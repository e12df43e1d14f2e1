import { useConsole, useText } from '../src/console/context.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { clip, widthOf } from '../src/terminal/width.ts';
import { Line, type Tone } from './parts/line.tsx';

const TONES = { plain: 'plain', good: 'green', bad: 'red' } as const satisfies Record<string, Tone>;

/** What just happened, or the command of the last thing done. */
export function Status({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const notice = useConsole((state) => state.notice);
  const twin = useConsole((state) => state.twin);
  if (notice && (!twin || notice.tone === 'bad' || notice.text === twin))
    return <Line spans={[{ text: clip(notice.text, columns) || ' ', tone: TONES[notice.tone] }]} />;
  if (!twin) return <Line spans={[{ text: ' ' }]} />;
  const said = notice ? `${notice.text}  ` : '';
  return (
    <Line
      spans={[
        { text: clip(said, columns), tone: 'green' },
        { text: clip(text('twin', { line: twin }), columns - widthOf(said)), tone: 'dim' },
      ]}
    />
  );
}
