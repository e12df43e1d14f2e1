import { useLanguage, useText } from '../../src/console/context.ts';
import type { ListName } from '../../src/console/list/use-columns.ts';
import type { Overlay } from '../../src/console/state.ts';
import { columnMessages } from '../../src/i18n/messages/console-columns.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { clip, fit } from '../../src/terminal/width.ts';
import { APPROVAL_VIEWS } from '../approvals/approval-columns.ts';
import { AUDIT_VIEWS } from '../audit/audit-columns.ts';
import { NOTICE_VIEWS } from '../notices/notice-columns.ts';
import { OPERATOR_VIEWS } from '../operators/operator-columns.ts';
import { type ColumnView, fitColumns } from '../parts/columns.ts';
import { cursorMark, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { windowTop } from '../parts/window-top.ts';
import { REQUEST_VIEWS } from '../requests/request-columns.ts';

const NAME_CELLS = 14;

type Views = Readonly<Record<string, ColumnView<never>>>;
const VIEWS: Readonly<Record<ListName, Views>> = {
  requests: REQUEST_VIEWS,
  notices: NOTICE_VIEWS,
  approvals: APPROVAL_VIEWS,
  operators: OPERATOR_VIEWS,
  audit: AUDIT_VIEWS,
};

interface Props extends Omit<Extract<Overlay, { kind: 'columns' }>, 'kind'> {
  columns: number;
  rows: number;
}

/** The columns of a list: which are shown, in which order, which goes first where there is no room. */
export function ColumnsMenu({ list, items, cursor, columns, rows }: Props) {
  const text = useText(columnMessages);
  const language = useLanguage();
  const views = VIEWS[list];
  const shown = items.filter(({ isShown }) => isShown);
  const fitting = new Set(fitColumns(shown, views, columns, language).map(({ view }) => view));
  const top = windowTop(0, cursor, Math.max(1, rows - 1), items.length);
  const lines = items.slice(top).map(({ id, priority, isShown }, at) => {
    const view = views[id];
    const isLeftOut = isShown && view !== undefined && !fitting.has(view);
    const name = fit(nameOf(id, view, language), NAME_CELLS);
    const line = ` [${isShown ? 'x' : ' '}] ${priority} ${name} ${fit(id, NAME_CELLS)} ${isLeftOut ? text('tooNarrow') : ''}`;
    return [
      cursorMark(top + at === cursor),
      ...plainLine(clip(line, columns - 1), isShown ? 'plain' : 'dim'),
    ];
  });
  return <Lines rows={rows} lines={[plainLine(clip(text('choose'), columns), 'strong'), ...lines]} />;

  /** Some stand in the list without a heading. */
  function nameOf(column: string, view: ColumnView<never> | undefined, inLanguage: Language): string {
    const heading = view?.heading(inLanguage) ?? '';
    return heading === '' && (column === 'flags' || column === 'bar') ? text(column) : heading;
  }
}
