import { clockText } from '../../src/console/deadline.ts';
import type { SignInState } from '../../src/console/sign-in/state.ts';
import { signInMessages } from '../../src/i18n/messages/sign-in.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

/** What the panel says: that the session is over, what is kept, and how to go on. */
export function signInLines(
  { code, message }: SignInState,
  { columns, language, hasForm }: { columns: number; language: Language; hasForm: boolean },
): Span[][] {
  const say = (key: keyof typeof signInMessages.zh, values: Record<string, string> = {}) =>
    translate(signInMessages, language, key, values);
  const paragraph = (text: string, tone: Span['tone'] = 'plain') =>
    wrapLines(text, columns).map((line) => plainLine(line, tone));
  const blank = plainLine('');
  const kept = hasForm ? paragraph(say('endedKept')) : [];
  const top = [...paragraph(say('endedTitle'), 'red'), ...kept, blank];
  const keys = message === null ? 'hintsWaiting' : hasForm ? 'hintsForm' : 'hintsEnded';
  const hints = hasForm && message === null ? [] : [blank, ...paragraph(say(keys), 'dim')];
  if (message !== null) return [...top, ...paragraph(message), ...hints];
  if (code === null) return [...top, ...paragraph(say('asking'))];
  return [
    ...top,
    ...paragraph(say('open', { uri: code.uri })),
    ...paragraph(say('type', { code: code.userCode }), 'strong'),
    ...paragraph(say('holds', { at: clockText(code.endsAtMs) })),
    ...hints,
  ];
}
