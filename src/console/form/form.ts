import { type Action, type ActionField, TRANSITIONS } from '@district/contract/transitions.ts';
import type { UnitRef } from '@district/contract/types.ts';
import { RATINGS } from '@district/contract/vocabulary.ts';
import { EMPTY_TEXT, type TypedText } from '../../terminal/text-input.ts';

export type FormAction = Action | 'grant' | 'refuse';

/** What the form acts on, with the version that was seen. */
export interface FormTarget {
  no: string;
  title: string;
  version: number;
  approvalId: string | null;
  /** Kept while the outcome is unknown, so that sending again cannot do it twice. */
  idempotencyKey: string | null;
  done: boolean;
}

export type Field =
  | { kind: 'text'; name: ActionField; needed: boolean; multiline: boolean; typed: TypedText }
  | {
      kind: 'units';
      name: ActionField;
      needed: boolean;
      many: boolean;
      query: TypedText;
      cursor: number;
      chosen: readonly UnitRef[];
    }
  | {
      kind: 'choice';
      name: ActionField;
      needed: boolean;
      options: readonly string[];
      /** -1 while nothing is chosen. */
      index: number;
    };

export interface Form {
  action: FormAction;
  targets: readonly FormTarget[];
  /** Items that were marked but to which the action is closed. */
  skipped: number;
  fields: readonly Field[];
  focus: number;
  sending: boolean;
  /** What went wrong, in a sentence. */
  message: string | null;
  /** The body last sent; another body needs another idempotency key. */
  sentBody: string | null;
}

const YES_NO = ['yes', 'no'] as const;

function fieldFor(name: ActionField, needed: boolean): Field {
  switch (name) {
    case 'to':
    case 'assistants':
      return {
        kind: 'units',
        name,
        needed,
        many: name === 'assistants',
        query: EMPTY_TEXT,
        cursor: 0,
        chosen: [],
      };
    case 'reached':
    case 'satisfied':
      return { kind: 'choice', name, needed, options: YES_NO, index: needed ? 0 : -1 };
    case 'rating':
      return { kind: 'choice', name, needed, options: RATINGS, index: -1 };
    default:
      return {
        kind: 'text',
        name,
        needed,
        multiline: name === 'remark' || name === 'reply' || name === 'reason',
        typed: EMPTY_TEXT,
      };
  }
}

function fieldsFor(action: FormAction): Field[] {
  if (action === 'grant') return [fieldFor('remark', false)];
  if (action === 'refuse') return [fieldFor('reason', true)];
  const { needs = [], takes = [] } = TRANSITIONS[action];
  return [...needs.map((name) => fieldFor(name, true)), ...takes.map((name) => fieldFor(name, false))];
}

export function createForm(action: FormAction, targets: readonly FormTarget[], skipped = 0): Form {
  return {
    action,
    targets,
    skipped,
    fields: fieldsFor(action),
    focus: 0,
    sending: false,
    message: null,
    sentBody: null,
  };
}

export function isFilled(field: Field): boolean {
  if (field.kind === 'units') return field.chosen.length > 0;
  if (field.kind === 'choice') return field.index >= 0;
  return (field.typed.before + field.typed.after).trim() !== '';
}

/** Index of the first needed field that is empty, or -1. */
export function firstMissing(form: Form): number {
  return form.fields.findIndex((field) => field.needed && !isFilled(field));
}
