import type { CurrentState, Problem } from '@district/contract/types.ts';
import type { Failure } from '../command/operation.ts';
import { isOfTheRoad } from '../command/road-failure.ts';
import { currentStateText } from '../i18n/current-words.ts';
import { defineMessages, type Language, translate } from '../i18n/translate.ts';
import { actionText } from '../i18n/words.ts';
import { clockText } from './deadline.ts';

const messages = defineMessages(
  {
    conflict: '{by} {at} 已{action},现状:{state}。文字还在,核对后再按 Enter 仍可提交。',
    platform: '平台',
    changed: '改动',
  },
  {
    conflict:
      '{by} did “{action}” at {at}; it is now {state}. Your text is kept: look again, Enter sends it.',
    platform: 'The platform',
    changed: 'change',
  },
);

/** What the thing is now and who made it so, where the platform said it. */
export function currentOf(failure: Failure): CurrentState | undefined {
  return (failure.problem as Problem | undefined)?.current;
}

export function failureText(failure: Failure, language: Language): string {
  const current = currentOf(failure);
  if (failure.kind === 'version_mismatch' && current) return conflictText(current, language);
  const hint = failure.hint && !isOfTheRoad(failure) ? ` ${failure.hint[language]}` : '';
  return failure.message[language] + hint;
}

function conflictText(current: CurrentState, language: Language): string {
  return translate(messages, language, 'conflict', {
    by: current.changedBy ?? translate(messages, language, 'platform'),
    at: clockText(Date.parse(current.changedAt)).slice(0, 5),
    action: current.lastAction
      ? actionText(current.lastAction, language)
      : translate(messages, language, 'changed'),
    state: currentStateText(current.state, language),
  });
}
