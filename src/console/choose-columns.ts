import { columnMessages } from '../i18n/messages/console-columns.ts';
import { translate } from '../i18n/translate.ts';
import {
  knownColumns,
  LIST_COLUMNS,
  type ListName,
  shownColumns,
  writtenColumns,
} from '../session/list-columns.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { runLine } from './palette/run-line.ts';
import type { ColumnItem, Overlay } from './state.ts';

type Choice = Extract<Overlay, { kind: 'columns' }>;

/** Lets the person choose what the list on the screen shows: those shown first, in their order. */
export function openColumns(desk: Desk): void {
  const { screen, columns, language } = desk.store.getState();
  if (!Object.hasOwn(LIST_COLUMNS, screen)) {
    const text = translate(columnMessages, language, 'noList');
    complain(desk, text);
    return;
  }
  const list = screen as ListName;
  const shown = shownColumns(list, columns).map((column) => ({ ...column, isShown: true }));
  const others = knownColumns(list)
    .filter(({ id }) => !shown.some((column) => column.id === id))
    .map((column) => ({ ...column, isShown: false }));
  desk.store.setState({
    overlay: { kind: 'columns', list, cursor: 0, items: [...shown, ...others] },
    notice: null,
  });
}

/** What a key does to the choice; false for a key that does nothing to it. */
export function columnKey(desk: Desk, choice: Choice, key: string): boolean {
  const { cursor, items } = choice;
  const item = items[cursor];
  if (!item) return false;
  if (key === ' ') change(desk, choice, { ...item, isShown: !item.isShown });
  else if (/^[1-9]$/.test(key)) change(desk, choice, { ...item, priority: Number(key) });
  else if (key === 'J' || key === 'shift+down') moveItem(desk, choice, 1);
  else if (key === 'K' || key === 'shift+up') moveItem(desk, choice, -1);
  else if (key === 'return') keep(desk, choice);
  else return false;
  return true;
}

function change(desk: Desk, choice: Choice, item: ColumnItem): void {
  desk.store.setState({ overlay: { ...choice, items: choice.items.with(choice.cursor, item) } });
}

function moveItem(desk: Desk, choice: Choice, by: 1 | -1): void {
  const to = choice.cursor + by;
  const [item, other] = [choice.items[choice.cursor], choice.items[to]];
  if (!item || !other) return;
  const items = choice.items.with(to, item).with(choice.cursor, other);
  desk.store.setState({ overlay: { ...choice, items, cursor: to } });
}

/** By the line one would type: what is chosen here can be put into a script as it is. */
function keep(desk: Desk, { list, items }: Choice): void {
  const { columns, language } = desk.store.getState();
  const chosen = items.filter(({ isShown }) => isShown).map(({ id, priority }) => ({ id, priority }));
  if (chosen.length === 0) {
    complain(desk, translate(columnMessages, language, 'oneStays'));
    return;
  }
  desk.store.setState({ overlay: null });
  void run(desk, `district config set columns "${writtenColumns({ ...columns, [list]: chosen })}"`);
}

async function run(desk: Desk, twin: string): Promise<void> {
  const result = await runLine(desk, twin, new AbortController().signal);
  if (result.kind === 'failed') complain(desk, result.lines.join(' '));
  else desk.store.setState({ twin });
}
