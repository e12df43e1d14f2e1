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
    ...withAddress(wrapLines(say('open', { uri: code.uri }), columns), code.uri),
    ...paragraph(say('type', { code: code.userCode }), 'strong'),
    ...paragraph(say('holds', { at: clockText(code.endsAtMs) })),
    ...hints,
  ];
}

/** Lines of one sentence with the address in it as a link, each piece of it where it had to be broken. */
function withAddress(lines: readonly string[], address: string): Span[][] {
  const from = lines.join('').indexOf(address);
  if (from === -1) return lines.map((line) => plainLine(line));
  let passed = 0;
  return lines.map((line) => {
    const [start, end] = [from, from + address.length].map((at) =>
      Math.min(Math.max(0, at - passed), line.length),
    );
    passed += line.length;
    return [
      { text: line.slice(0, start) },
      { text: line.slice(start, end), address },
      { text: line.slice(end) },
    ].filter(({ text }) => text !== '');
  });
}
