import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PageEnvironment } from './environment.ts';
import type { Bilingual } from './language.ts';
import type { Html, Say } from './page.ts';
import { timeText } from './time-text.ts';

/** A form of one of our pages; what is being signed in for goes along. */
export function form(c: Context<PageEnvironment>, action: string, inner: Html, inline = false): Html {
  return html`<form method="post" action="${action}"${inline ? html` class="inline"` : ''}>
<input type="hidden" name="form" value="${c.var.formToken}">
<input type="hidden" name="user_code" value="${c.var.userCode}">
${inner}
</form>`;
}

export function passwordField(say: Say, name: string, label: Bilingual, autocomplete: string): Html {
  return html`<label for="${name}">${say(label)}</label>
<input id="${name}" name="${name}" type="password" autocomplete="${autocomplete}" required maxlength="128">`;
}

export function codeField(say: Say, label: Bilingual, maxLength: number): Html {
  return html`<label for="code">${say(label)}</label>
<input id="code" name="code" type="text" class="code" autocomplete="one-time-code" autocapitalize="none"
  spellcheck="false" required maxlength="${maxLength}">`;
}

export function button(text: string, value?: string): Html {
  return value === undefined
    ? html`<button type="submit">${text}</button>`
    : html`<button type="submit" name="choice" value="${value}">${text}</button>`;
}

/** The sentence for tries that are over for now. */
export function blockedText(until: Date): Bilingual {
  const time = timeText(until);
  return {
    zh: `试错次数太多。请在 ${time} 之后再试,或请安全管理员解锁。`,
    en: `Too many failed tries. Try again after ${time}, or ask a security officer to unlock the account.`,
  };
}

const BUSY: Bilingual = {
  zh: '正在登录的人太多,请过一分钟再试。',
  en: 'Too many people are signing in: try again in a minute.',
};

/** What is said when too many sign in, on the page it was tried on; to programs, when to come back. Who was not kept waiting is hung up on. */
export function busyPage(
  c: Context<PageEnvironment>,
  { waited }: { waited: boolean },
  page: (fault: Bilingual, status: 503) => Response | Promise<Response>,
) {
  c.header('Retry-After', '60');
  if (!waited) c.header('Connection', 'close');
  return page(BUSY, 503);
}

/** Where to go on, with the code that is being signed in for. */
export function going(c: Context<PageEnvironment>, path: string): Response {
  const { userCode } = c.var;
  return c.redirect(userCode === '' ? path : `${path}?user_code=${encodeURIComponent(userCode)}`, 303);
}
