import type { Action } from '@district/contract/transitions.ts';
import { actionKey, OPERATIONS } from '../operations.ts';
import { changedKeys, type KeyChanges } from './key-changes.ts';
import { keyLabel } from './key-text.ts';

/** The key of an action as it is now, as it is written. */
export function actionLabel(action: Action, changes: KeyChanges): string {
  const [key] = changedKeys(changes, OPERATIONS[action].id) ?? [actionKey(action)];
  return key === undefined ? '' : keyLabel(key);
}
