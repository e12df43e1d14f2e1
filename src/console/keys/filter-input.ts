import { parseFilter } from '@district/contract/filter/parse.ts';
import { completeFilter } from '../../command/complete-filter.ts';
import { editText } from '../../terminal/text/edit-text.ts';
import { insertText, wholeText } from '../../terminal/text/typed-text.ts';
import type { Desk } from '../desk.ts';
import { leftOutText, rememberLine } from '../line-history.ts';
import { openFilter } from '../open-filter.ts';
import { loadedNames } from '../rows.ts';
import { chooseByKey, LINE_ENTRY, recalled, type TypedLine, unchosen, withChoices } from '../typed-line.ts';

/** Keys while the filter is typed. A filter that cannot be read stays in its line, which shows the word that is wrong. False for no key of a line. */
export function filterKey(desk: Desk, key: string): boolean {
  const { requests } = desk.store.getState();
  const { editing } = requests;
  if (!editing) return false;
  const text = wholeText(editing.typed);
  if (key === 'escape') desk.store.setState({ requests: { ...requests, editing: null } });
  else if (key === 'return') {
    if (parseFilter(text).ok) {
      rememberLine(desk, 'filterLines', text);
      openFilter(desk, text);
    }
  } else {
    const next = chooseByKey(editing, key) ?? edit(desk, editing, key);
    if (!next) return false;
    desk.store.setState({ requests: { ...requests, editing: next } });
  }
  return true;
}

function edit(desk: Desk, editing: TypedLine, key: string): TypedLine | undefined {
  const { language, filterLines } = desk.store.getState();
  if (key === 'tab')
    return withChoices(editing, completeFilter(editing.typed.before, loadedNames(desk), language));
  if (key === 'up' || key === 'down') return recalled(editing, filterLines, key === 'up' ? 1 : -1) ?? editing;
  const typed = editText(editing.typed, key, LINE_ENTRY);
  return typed && unchosen(editing, typed);
}

export function pasteIntoFilter(desk: Desk, text: string): void {
  const { requests, language } = desk.store.getState();
  if (!requests.editing) return;
  const { typed, leftOut } = insertText(requests.editing.typed, text, LINE_ENTRY);
  desk.store.setState({
    requests: { ...requests, editing: unchosen(requests.editing, typed) },
    notice: leftOut > 0 ? { text: leftOutText(language, leftOut), tone: 'bad' } : null,
  });
}
