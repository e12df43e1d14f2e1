import { useInput, usePaste } from 'ink';
import { keyNames } from './key-names.ts';

/** Hands every key to `onKey` one at a time and every paste to `onPaste` whole. The one place that reads the keyboard. */
export function useKeys(onKey: (key: string) => void, onPaste: (text: string) => void): void {
  useInput((input, key) => {
    for (const name of keyNames(input, key)) onKey(name);
  });
  usePaste(onPaste);
}
