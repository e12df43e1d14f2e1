import { useLanguage, useText } from '../../src/console/context.ts';
import type { Overlay } from '../../src/console/state.ts';
import { paletteMessages } from '../../src/i18n/messages/console-palette.ts';
import { clip, fit, widthOf } from '../../src/terminal/width.ts';
import { cursorMark, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { windowTop } from '../parts/window-top.ts';

interface Props {
  items: Extract<Overlay, { kind: 'views' }>['items'];
  cursor: number;
  columns: number;
  rows: number;
}

/** Views to pick from, each with its filter. */
export function ViewMenu({ items, cursor, columns, rows }: Props) {
  const text = useText(paletteMessages);
  const language = useLanguage();
  const names = items.map(({ name, title }) => title?.[language] ?? name);
  const width = Math.max(...names.map(widthOf));
  const top = windowTop(0, cursor, Math.max(1, rows - 1), items.length);
  const lines = items.slice(top).map(({ q }, at) => {
    const line = clip(` ${fit(names[top + at] ?? '', width)}  ${q}`, columns - 1);
    return [cursorMark(top + at === cursor), ...plainLine(line)];
  });
  return <Lines rows={rows} lines={[plainLine(text('viewsTitle'), 'strong'), ...lines]} />;
}
