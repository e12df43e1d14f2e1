import type { Failure } from '../../command/operation.ts';
import { isOfTheRoad } from '../../command/road-failure.ts';
import { actionMessages } from '../../i18n/messages/console-actions.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { markLost } from '../live.ts';
import { isOver } from '../sign-in/watched-client.ts';

/** What to say where a form has not come through, and may be sent once more; undefined where the platform has said no. */
export function roadSentence(desk: Desk, failure: Failure): string | undefined {
  const { language } = desk.store.getState();
  if (isOver(failure)) return translate(actionMessages, language, 'sessionOver');
  if (!isOfTheRoad(failure)) return undefined;
  markLost(desk);
  return translate(actionMessages, language, 'roadFailed', { why: failureText(failure, language) });
}
