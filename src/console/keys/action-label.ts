import type { FormAction } from '../form/form.ts';
import { actionKey, OPERATIONS } from '../operations.ts';
import { changedKeys, type KeyChanges } from './key-changes.ts';
import { keyLabel } from './key-text.ts';

/** The key of an action as it is now, as it is written; none for one of a later minor version. */
export function actionLabel(action: string, changes: KeyChanges, screen?: 'triage'): string {
  const id = Object.hasOwn(OPERATIONS, action) ? OPERATIONS[action as FormAction].id : '';
  const [key] = changedKeys(changes, id) ?? [actionKey(action, screen)];
  return key ? keyLabel(key) : '';
}
