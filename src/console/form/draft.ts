import type { Field, Form } from './form.ts';
import { withoutGuard } from './guard-field.ts';

/** What was typed into a form, kept while the console lives. */
export type Draft = readonly Field[];

/** Drafts of a batch go by the action alone, since what is marked may change before it is tried again. */
export function draftKey(form: Pick<Form, 'action' | 'targets'>): string {
  const [first] = form.targets;
  return form.targets.length === 1 && first ? `${form.action}:${first.no}` : `${form.action}:batch`;
}

export function withDraft(form: Form, drafts: ReadonlyMap<string, Draft>): Form {
  const draft = drafts.get(draftKey(form));
  return draft ? { ...form, fields: draft } : form;
}

export function keepDraft(drafts: ReadonlyMap<string, Draft>, form: Form): ReadonlyMap<string, Draft> {
  return new Map(drafts).set(draftKey(form), withoutGuard(form.fields));
}

export function dropDraft(drafts: ReadonlyMap<string, Draft>, form: Form): ReadonlyMap<string, Draft> {
  const rest = new Map(drafts);
  rest.delete(draftKey(form));
  return rest;
}
