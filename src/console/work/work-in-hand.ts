import type { RequestSort } from '@district/contract/types.ts';
import type { FormAction, FormTarget } from '../form/form.ts';
import { DEFAULT_FILTER, type EntryState, type Screen } from '../screen.ts';
import type { KeptField } from './kept-fields.ts';

/** A form that was open, or put away with something in it. Titles are left out: they are residents' words, and can be asked for again. */
export interface KeptForm {
  action: FormAction;
  targets: readonly Omit<FormTarget, 'title'>[];
  skipped: number;
  focus: number;
  /** Of what was sent and not heard back from; sending the same again under the same key does it once. */
  sentBody: string | null;
  /** Missing in what an earlier version kept. */
  batch?: string | null;
  fields: readonly KeptField[];
}

export interface KeptDraft {
  /** Action and number, as drafts go by. */
  key: string;
  fields: readonly KeptField[];
}

/**
 * What a person would have to do over if the line broke now: only what they typed and chose, and numbers. Nothing that the platform
 * told is in it, least of all what was revealed.
 */
export interface WorkInHand {
  version: typeof WORK_VERSION;
  /** ISO 8601, by the platform's clock. */
  keptAt: string;
  screen: Screen;
  filter: string;
  sort: RequestSort;
  /** A filter being typed. */
  typedFilter: string | null;
  marks: readonly string[];
  cursorNo: string | null;
  detail: { no: string; approvalId: string | null } | null;
  notice: string | null;
  entry: EntryState;
  /** The request one was at in triage; left out by older consoles. */
  triageNo?: string | null;
  form: KeptForm | null;
  drafts: readonly KeptDraft[];
  /** A command that was typed and not run. */
  command: string;
}

export const WORK_VERSION = 1;
/** Whether somebody would miss it even after leaving of their own accord: words, marks, how far they were in triage. */
export function isWorkToFinish({ form, drafts, marks, command, screen, triageNo }: WorkInHand): boolean {
  const hasWords = form !== null && (form.fields.length > 0 || form.sentBody !== null);
  const isInTriage = screen === 'triage' && triageNo !== null && triageNo !== undefined;
  return hasWords || drafts.length > 0 || marks.length > 0 || command.trim() !== '' || isInTriage;
}

/** Whether there is anything to come back to, for one who was torn away. */
export function isSomewhere(work: WorkInHand): boolean {
  const { screen, filter, typedFilter, detail, notice, form } = work;
  return (
    isWorkToFinish(work) ||
    screen !== 'workbench' ||
    filter !== DEFAULT_FILTER ||
    [typedFilter, detail, notice, form].some((one) => one !== null)
  );
}
