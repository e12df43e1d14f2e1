import { itemLines } from '../../src/command/duty-lines.ts';
import { useLanguage } from '../../src/console/context.ts';
import { useDuty } from '../../src/console/use-data.ts';
import { dutyMessages } from '../../src/i18n/messages/duty.ts';
import { translate } from '../../src/i18n/translate.ts';
import { clip } from '../../src/terminal/width.ts';
import { cursorMark, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { windowTop } from '../parts/window-top.ts';

interface Props {
  cursor: number;
  columns: number;
  rows: number;
}

/** What was handed over and is not acknowledged, one a line; the note of the one under the cursor stands below it. */
export function HandedOver({ cursor, columns, rows }: Props) {
  const language = useLanguage();
  const items = useDuty().data?.items ?? [];
  const at = Math.min(cursor, Math.max(items.length - 1, 0));
  const title = translate(dutyMessages, language, 'list', { n: items.length });
  const top = windowTop(0, at, Math.max(1, rows - 1), items.length);
  const lines = items.slice(top).flatMap((item, index) => {
    const isHere = top + index === at;
    const [head = '', ...notes] = itemLines(item, language);
    return [
      [
        cursorMark(isHere),
        ...plainLine(clip(` ${head}`, columns - 1), item.note === null ? 'plain' : 'strong'),
      ],
      ...(isHere ? notes.map((note) => plainLine(clip(note, columns))) : []),
    ];
  });
  return <Lines rows={rows} lines={[plainLine(title, 'strong'), ...lines]} />;
}
