import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Language, Messages } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';
import type { Desk } from './desk.ts';
import type { ConsoleState } from './state.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A view was rendered outside the console.');
  return desk;
}

export function useConsole<T>(select: (state: ConsoleState) => T): T {
  return useStore(useDesk().store, select);
}

export function useLanguage(): Language {
  return useConsole((state) => state.language);
}

/** Messages in the language of the moment. */
export function useText<K extends string>(messages: Messages<K>) {
  const language = useLanguage();
  return (key: K, values?: Readonly<Record<string, string | number>>) =>
    translate(messages, language, key, values);
}
