import { NOTICE_LENGTHS_MAX, REMARK_LENGTH_MAX } from '@district/contract/limits.ts';
import type { NoticeAction } from '@district/contract/notice-transitions.ts';
import type { OperatorAction } from '@district/contract/posts.ts';
import { type Action, type ActionField, TRANSITIONS } from '@district/contract/transitions.ts';
import type { RequestSummary } from '@district/contract/types.ts';
import { NOTICE_CHANNELS, RATINGS, REVEAL_FIELDS } from '@district/contract/vocabulary.ts';
import { EMPTY_TEXT, type Entry, type TypedText } from '../../terminal/text/typed-text.ts';
import type { Choice } from './units.ts';

/** What a form does to notices: write one, or take an action of their table. */
export type NoticeFormAction = 'notice.push' | `notice.${NoticeAction}`;
/** What a form does to accounts: add one, or take an action of theirs. */
export type OperatorFormAction = 'operator.add' | `operator.${OperatorAction}`;
/** What a form does in triage beside the actions: an internal note, putting off, one reminder a unit. */
export type TriageFormAction = 'request.note' | 'request.snooze' | 'units.remind';
/** What a form does about one's shift: begin it, hand over. */
export type DutyFormAction = 'duty.start' | 'duty.handover';
export type FormAction =
  | Action
  | 'grant'
  | 'refuse'
  | 'request.reveal'
  | TriageFormAction
  | DutyFormAction
  | NoticeFormAction
  | OperatorFormAction;

export function isNoticeFormAction(action: FormAction): action is NoticeFormAction {
  return action.startsWith('notice.');
}

export function isTriageFormAction(action: FormAction): action is TriageFormAction {
  return action === 'request.note' || action === 'request.snooze' || action === 'units.remind';
}

export function isDutyFormAction(action: FormAction): action is DutyFormAction {
  return action.startsWith('duty.');
}

export function isOperatorFormAction(action: FormAction): action is OperatorFormAction {
  return action.startsWith('operator.');
}

type NoticeField = 'title' | 'body' | 'regions' | 'channels' | 'exercise';
type AccountField = 'name' | 'login' | 'region' | 'role' | 'agency';
type RevealField = 'purpose' | 'case' | 'fields';
type TriageField = 'text' | 'wait';
type DutyField = 'next' | 'notes' | 'shiftEnd' | 'take';
export type FieldName =
  | ActionField
  | NoticeField
  | AccountField
  | RevealField
  | TriageField
  | DutyField
  | 'guard';

/** What the form acts on, with the version that was seen. */
export interface FormTarget {
  no: string;
  title: string;
  version: number;
  approvalId: string | null;
  /** Kept while the outcome is unknown, so that sending again cannot do it twice. */
  idempotencyKey: string | null;
  done: boolean;
  /** Of one among several: tried, and not to be done. */
  refused?: boolean;
  /** How its request stood when the form was opened; left out where there is none. */
  seen?: Seen;
}

/** A target that nothing has been sent for yet. */
export function formTarget({ no, title, version }: Pick<FormTarget, 'no' | 'title' | 'version'>): FormTarget {
  return { no, title, version, approvalId: null, idempotencyKey: null, done: false };
}

/** What of a request matters to whoever decides on it. */
export type Seen = Pick<RequestSummary, 'state' | 'lead' | 'promisedDueAt'>;

export type Field =
  | {
      kind: 'text';
      name: FieldName;
      needed: boolean;
      /** Shown while nothing is typed. */
      placeholder?: string;
      typed: TypedText;
      entry: Entry;
    }
  | {
      kind: 'units';
      name: FieldName;
      needed: boolean;
      many: boolean;
      query: TypedText;
      cursor: number;
      chosen: readonly Choice[];
    }
  | {
      kind: 'choice';
      name: FieldName;
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
  /** A word about what was just typed, until the next key. */
  advice: string | null;
  /** What sending would do, shown before it is confirmed, and the body it was reckoned for. */
  preview: { text: string; body: string } | null;
  /** The body last sent; another body needs another idempotency key. */
  sentBody: string | null;
  /** The batch that several targets are sent as, once it is in the journal. */
  batch: string | null;
  /** Another's change of what it acts on, told while it is open. */
  told: { version: number; atMs: number } | null;
}

const YES_NO = ['yes', 'no'] as const;
/** One channel or the other or both: what a person chooses with one key. */
const CHANNEL_CHOICES = [...NOTICE_CHANNELS, NOTICE_CHANNELS.join('+')];
/** What is looked at together: whom to call, where to go, who it is, everything. */
const REVEAL_CHOICES = ['name+phone', 'name+phone+address', 'identity', REVEAL_FIELDS.join('+')];

/** For how long, or until when, a request is put off: an hour, this afternoon, tomorrow when offices open, over a weekend. */
const WAIT_CHOICES = ['1h', '2h', '14:00', '17:00', '08:30', '24h', '72h'];

const MULTILINE: readonly FieldName[] = ['remark', 'reply', 'reason', 'body', 'text', 'notes'];
/** The longest a platform may take; those of a notice depend on its channels, which are looked at before it is sent. */
const LENGTHS_MAX: Partial<Record<FieldName, number>> = {
  title: Math.max(...Object.values(NOTICE_LENGTHS_MAX).map(({ title }) => title)),
  body: Math.max(...Object.values(NOTICE_LENGTHS_MAX).map(({ body }) => body)),
  limit: 4,
};

function fieldFor(name: FieldName, needed: boolean): Field {
  switch (name) {
    case 'to':
    case 'assistants':
    case 'regions':
    case 'region':
    case 'role':
    case 'agency':
      return {
        kind: 'units',
        name,
        needed,
        many: name === 'assistants' || name === 'regions',
        query: EMPTY_TEXT,
        cursor: 0,
        chosen: [],
      };
    case 'reached':
    case 'satisfied':
    case 'exercise':
    case 'take':
      return { kind: 'choice', name, needed, options: YES_NO, index: needed ? 0 : -1 };
    case 'channels':
      return { kind: 'choice', name, needed, options: CHANNEL_CHOICES, index: 0 };
    case 'fields':
      return { kind: 'choice', name, needed, options: REVEAL_CHOICES, index: 0 };
    case 'wait':
      return { kind: 'choice', name, needed, options: WAIT_CHOICES, index: 0 };
    case 'rating':
      return { kind: 'choice', name, needed, options: RATINGS, index: -1 };
    default:
      return {
        kind: 'text',
        name,
        needed,
        typed: EMPTY_TEXT,
        entry: {
          multiline: MULTILINE.includes(name),
          lengthMax: LENGTHS_MAX[name] ?? REMARK_LENGTH_MAX,
        },
      };
  }
}

function fieldsFor(action: FormAction): Field[] {
  if (action === 'grant') return [fieldFor('remark', false)];
  if (action === 'refuse') return [fieldFor('reason', true)];
  if (action === 'request.reveal')
    return [fieldFor('purpose', true), fieldFor('case', true), fieldFor('fields', true)];
  if (action === 'request.note') return [fieldFor('text', true)];
  if (action === 'request.snooze') return [fieldFor('wait', true)];
  if (action === 'units.remind') return [fieldFor('remark', false)];
  if (action === 'duty.start') return [fieldFor('shiftEnd', false), fieldFor('take', false)];
  if (action === 'duty.handover') return [fieldFor('next', false), fieldFor('notes', false)];
  if (action === 'notice.push') {
    const exercise = fieldFor('exercise', false);
    return [
      fieldFor('title', true),
      fieldFor('regions', true),
      fieldFor('channels', true),
      exercise,
      fieldFor('body', true),
    ];
  }
  if (action === 'operator.add')
    return [fieldFor('name', true), fieldFor('login', true), fieldFor('region', true)];
  if (action === 'operator.give')
    return [fieldFor('role', true), fieldFor('region', false), fieldFor('agency', false)];
  if (isOperatorFormAction(action)) return [];
  if (isNoticeFormAction(action))
    return action === 'notice.refuse' || action === 'notice.recall'
      ? [fieldFor('reason', action === 'notice.refuse')]
      : [];
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
    advice: null,
    preview: null,
    sentBody: null,
    batch: null,
    told: null,
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
