import type { TriageItem } from '@district/contract/types.ts';
import { useMemo } from 'react';
import { useLanguage } from '../../src/console/context.ts';
import { lightText } from '../../src/i18n/words.ts';
import { fit } from '../../src/terminal/width.ts';
import { lightTone } from '../parts/light.ts';
import { cursorMark, type Span } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { windowTop } from '../parts/window-top.ts';

interface Props {
  items: readonly TriageItem[];
  cursor: number;
  columns: number;
  rows: number;
}

/** Cells of a number, such as GL261112-0042, and of the light before it. */
const NUMBER_COLUMNS = 14;
const LIGHT_COLUMNS = 5;

/** The queue beside the request one is at: whose turn it is, and what others have. */
export function QueueList({ items, cursor, columns, rows }: Props) {
  const language = useLanguage();
  const top = windowTop(0, cursor, rows, items.length);
  const lines = useMemo(
    () =>
      items.slice(top, top + rows).map(({ request, pastStatutory }, at): Span[] => {
        const { claim } = request;
        const held = claim ? `${claim.mine ? '*' : '='}${claim.by}` : '';
        const light = `${lightText(request.light ?? '-', language)}${pastStatutory ? '!' : ''}`;
        const room = Math.max(0, columns - 3 - LIGHT_COLUMNS - NUMBER_COLUMNS);
        return [
          cursorMark(top + at === cursor),
          { text: fit(light, LIGHT_COLUMNS), tone: lightTone(request.light) },
          { text: ` ${fit(request.no, NUMBER_COLUMNS)}${fit(held === '' ? request.title : held, room)}` },
        ];
      }),
    [items, cursor, top, rows, columns, language],
  );
  return <Lines lines={lines} rows={rows} />;
}
