import { paletteMessages } from '../i18n/messages/console-palette.ts';
import { type Language, translate } from '../i18n/translate.ts';
import type { Desk } from './desk.ts';
import { LINE_ENTRY } from './typed-line.ts';

/** Lines remembered of each kind: more than anybody goes back through. */
export const LINES_MAX = 100;

/** Puts a line at the end of those entered before, once. */
export function rememberLine(desk: Desk, kind: 'filterLines' | 'paletteLines', line: string): void {
  if (line.trim() === '') return;
  desk.store.setState((state) => ({
    [kind]: [...state[kind].filter((other) => other !== line), line].slice(-LINES_MAX),
  }));
  desk.keepLine(kind, line);
}

/** What to say of a paste that was longer than a line may be. */
export function leftOutText(language: Language, n: number): string {
  return translate(paletteMessages, language, 'leftOut', { max: LINE_ENTRY.lengthMax, n });
}
