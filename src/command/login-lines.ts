import { signInMessages } from '../i18n/messages/sign-in.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { roleText } from '../i18n/words.ts';
import type { Holder } from '../session/credentials.ts';

/** What a script hears of a sign-in, a line of JSON each. */
export type LoginEvent =
  | { event: 'code'; userCode: string; uri: string; wholeUri: string; endsAt: string }
  | {
      event: 'signed_in';
      /** Null when nothing was kept. */
      context: string | null;
      url: string;
      holder: Holder;
      /** Whether it is the current context from now on. */
      current: boolean;
    };

/** The code is told on stderr, where a person looks while the program waits. */
export function loginLines(event: LoginEvent, language: Language): string[] {
  if (event.event === 'code') return [];
  const { context, url, current, holder } = event;
  const say = (key: keyof typeof signInMessages.zh, values: Record<string, string> = {}) =>
    translate(signInMessages, language, key, values);
  const who = {
    name: holder.name,
    role: roleText(holder.role, language),
    region: holder.region,
  };
  if (context === null) return [say('signedInHere', { ...who, url })];
  return [say('signedIn', { ...who, url, context }), ...(current ? [say('current', { context })] : [])];
}
