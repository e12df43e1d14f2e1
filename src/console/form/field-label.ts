import { fieldMessages } from '../../i18n/messages/console-fields.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { widthOf } from '../../terminal/width.ts';
import type { Field } from './form.ts';

/** What stands before a field; the one with the cursor is marked. */
export function fieldLabel({ name }: Field, language: Language, focused: boolean): string {
  return `${focused ? '>' : ' '}${translate(fieldMessages, language, name)}> `;
}

/** Columns a text has behind its label. The last of the window stays free: some terminals wrap when it is written. */
export function textColumns(label: string, columns: number): number {
  return Math.max(2, columns - widthOf(label) - 1);
}
