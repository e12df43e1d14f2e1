import { parseFilter } from '@district/contract/filter/parse.ts';
import { completeFilter } from '../../command/complete-filter.ts';
import { editText, insertText, wholeText } from '../../terminal/text-input.ts';
import type { Desk } from '../desk.ts';
import { openFilter } from '../open-filter.ts';
import { loadedUnits } from '../rows.ts';
import { chooseByKey, type TypedLine, unchosen, withChoices } from '../typed-line.ts';

/** Keys while the filter is typed. A filter that cannot be read stays in its line, which shows the word that is wrong. False for no key of a line. */
export function filterKey(desk: Desk, key: string): boolean {
  const { requests } = desk.store.getState();
  const { editing } = requests;
  if (!editing) return false;
  const text = wholeText(editing.typed);
  if (key === 'escape') desk.store.setState({ requests: { ...requests, editing: null } });
  else if (key === 'return') {
    if (parseFilter(text).ok) openFilter(desk, text);
  } else {
    const next = chooseByKey(editing, key) ?? (key === 'tab' ? complete(desk, editing) : edit(editing, key));
    if (!next) return false;
    desk.store.setState({ requests: { ...requests, editing: next } });
  }
  return true;
}

function complete(desk: Desk, editing: TypedLine): TypedLine {
  const { language } = desk.store.getState();
  return withChoices(editing, completeFilter(editing.typed.before, loadedUnits(desk), language));
}

function edit(editing: TypedLine, key: string): TypedLine | undefined {
  const typed = editText(editing.typed, key, false);
  return typed && unchosen(typed);
}

export function pasteIntoFilter(desk: Desk, text: string): void {
  desk.store.setState(({ requests }) =>
    requests.editing
      ? { requests: { ...requests, editing: unchosen(insertText(requests.editing.typed, text, false)) } }
      : {},
  );
}
