import { parseFilter } from '@district/contract/filter/parse.ts';
import { editText, insertText, typedText, wholeText } from '../../terminal/text-input.ts';
import { completeFilter } from '../complete-filter.ts';
import type { Desk } from '../desk.ts';
import { openFilter } from '../open-filter.ts';

/** Keys while the filter is typed. A filter that cannot be read stays in its line, which shows the word that is wrong. */
export function filterKey(desk: Desk, key: string): void {
  const { requests } = desk.store.getState();
  const { editing } = requests;
  if (!editing) return;
  const text = wholeText(editing);
  if (key === 'escape') desk.store.setState({ requests: { ...requests, editing: null } });
  else if (key === 'return') {
    if (parseFilter(text).ok) openFilter(desk, text);
  } else {
    const next = key === 'tab' ? typedText(completeFilter(text)) : editText(editing, key, false);
    if (next) desk.store.setState({ requests: { ...requests, editing: next } });
  }
}

export function pasteIntoFilter(desk: Desk, text: string): void {
  desk.store.setState(({ requests }) =>
    requests.editing ? { requests: { ...requests, editing: insertText(requests.editing, text, false) } } : {},
  );
}
