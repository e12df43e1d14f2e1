import { useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { actionLabel } from '../../src/console/keys/action-label.ts';
import type { MenuItem } from '../../src/console/state.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { actionText } from '../../src/i18n/words.ts';
import { clip, fit } from '../../src/terminal/width.ts';
import { cursorMark, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { windowTop } from '../parts/window-top.ts';

const NAME_COLUMNS = 22;
const KEY_COLUMNS_MIN = 2;

interface Props {
  items: readonly MenuItem[];
  cursor: number;
  columns: number;
  rows: number;
}

/** All actions: the open ones first, each closed one with why. */
export function Menu({ items, cursor, columns, rows }: Props) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { keyChanges } = useDesk();
  const keyColumns = Math.max(
    KEY_COLUMNS_MIN,
    ...items.map(({ action }) => actionLabel(action, keyChanges).length),
  );
  const top = windowTop(0, cursor, Math.max(1, rows - 1), items.length);
  const lines = items.slice(top).map(({ action, closed }, at) => {
    const name = fit(actionText(action, language), NAME_COLUMNS);
    const line = clip(
      ` ${fit(actionLabel(action, keyChanges), keyColumns)} ${name} ${closed ?? ''}`,
      columns - 1,
    );
    return [cursorMark(top + at === cursor), ...plainLine(line, closed === null ? 'plain' : 'dim')];
  });
  return <Lines rows={rows} lines={[plainLine(text('menuTitle'), 'strong'), ...lines]} />;
}
