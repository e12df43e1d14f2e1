import { parseFilter } from '@district/contract/filter/parse.ts';
import { filterSentence } from '../command/filter-failure.ts';
import { unknownWord } from '../command/usage-failure.ts';
import { paletteMessages } from '../i18n/messages/console-palette.ts';
import { translate } from '../i18n/translate.ts';
import { allViews, findView, type View } from '../session/views.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { editFilter, openFilter } from './open-filter.ts';

/** Lets the person pick among all views. */
export function openViews(desk: Desk): void {
  const items = allViews(desk.readSettings());
  desk.store.setState({ overlay: { kind: 'views', cursor: 0, items }, notice: null });
}

/** Shows the requests of a view. One that cannot be read any more is put into the filter's line, the word pointed at, over the list. */
export function openView(desk: Desk, view: View): void {
  const { language } = desk.store.getState();
  const parsed = parseFilter(view.q);
  if (parsed.ok) return openFilter(desk, view.q);
  editFilter(desk, view.q);
  const sentence = filterSentence(parsed.error)[language];
  const text = translate(paletteMessages, language, 'viewWrong', { name: view.name, sentence });
  complain(desk, text);
}

/** Throws a usage failure when there is no view of that name. */
export function openViewNamed(desk: Desk, name: string): void {
  const settings = desk.readSettings();
  const view = findView(settings, name);
  const names = allViews(settings).map((known) => known.name);
  if (!view) throw unknownWord({ en: 'view', zh: '视图' }, name, names);
  openView(desk, view);
}
