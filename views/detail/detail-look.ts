import type { KeyChanges } from '../../src/console/keys/key-changes.ts';
import type { Language } from '../../src/i18n/translate.ts';

/** How a request is to be set: for how wide a place, in which language, reckoned from when. */
export interface DetailLook {
  columns: number;
  language: Language;
  asOfMs: number;
  /** What a person made of the keys of actions. */
  keyChanges: KeyChanges;
}
