import { LANGUAGES } from '../i18n/translate.ts';
import { readColumns } from '../session/list-columns.ts';
import type { Desk } from './desk.ts';

/** A setting that was just kept holds at once where the console can change it while it stands. */
export function applySetting({ store }: Desk, key: unknown, value: unknown): void {
  if (key === 'language') {
    const language = LANGUAGES.find((known) => known === value);
    if (language) store.setState({ language });
  }
  if (key === 'columns') {
    const read = readColumns(String(value));
    if (read.ok) store.setState({ columns: read.columns });
  }
  if (key === 'theme' && (value === 'dark' || value === 'light'))
    store.setState(({ look }) => ({ look: { ...look, background: value } }));
}
