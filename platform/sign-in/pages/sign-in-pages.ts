import type { Context } from 'hono';
import { html } from 'hono/html';
import { enterByCode, enterByPassword } from '../enter.ts';
import { PASSWORD_LENGTH_MAX } from '../password-rules.ts';
import type { PageEnvironment } from './environment.ts';
import { setCookies } from './frame.ts';
import type { Bilingual } from './language.ts';
import { type Page, show } from './page.ts';
import { blockedText, busyPage, button, codeField, form, going, passwordField } from './parts.ts';
import { goOn, halfwayAccount } from './visit.ts';

type C = Context<PageEnvironment>;

/** Wrong name and wrong password are one answer. */
const WRONG: Bilingual = {
  zh: '登录名或口令不对。注意大小写;初始口令只在七天内有效。',
  en: 'Name and password do not fit together. Mind capitals; an initial password holds for seven days.',
};

export function signInPage(c: C, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: { zh: '登录', en: 'Sign in' },
    fault,
    status,
    body: (say) =>
      form(
        c,
        '/sign-in',
        html`<label for="login">${say({ zh: '登录名', en: 'Name' })}</label>
<input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false"
  required maxlength="64" value="${c.var.fields.login ?? ''}">
${passwordField(say, 'password', { zh: '口令', en: 'Password' }, 'current-password')}
${button(say({ zh: '登录', en: 'Sign in' }))}`,
      ),
  });
}

export async function signIn(c: C) {
  const { services, visitor, fields } = c.var;
  const { login = '', password = '' } = fields;
  if (login === '' || password === '' || password.length > PASSWORD_LENGTH_MAX)
    return signInPage(c, WRONG, 401);
  const entered = await enterByPassword(services, visitor, { login, password });
  if (entered.is === 'wrong') return signInPage(c, WRONG, 401);
  if (entered.is !== 'right') return notNow(c, entered, signInPage);
  const { account, needsCode, cookies } = entered.value;
  setCookies(c, cookies);
  return needsCode ? going(c, '/sign-in/code') : goOn(c, account);
}

export function codePage(c: C, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: { zh: '一次性验证码', en: 'One-time code' },
    fault,
    status,
    body: (say) =>
      form(
        c,
        '/sign-in/code',
        html`<p>${say({
          zh: '请输入手机验证器上的六位数字;手机不在身边时,用一个恢复码代替。',
          en: 'Type the six digits that your phone shows, or one of your recovery codes when it is not at hand.',
        })}</p>
${codeField(say, { zh: '验证码或恢复码', en: 'Code, or recovery code' }, 20)}
${button(say({ zh: '继续', en: 'Go on' }))}`,
      ),
  });
}

export async function signInByCode(c: C) {
  const { services, visitor, fields } = c.var;
  const account = await halfwayAccount(c);
  if (account === undefined) return going(c, '/sign-in');
  const entered = await enterByCode(services, visitor, account, fields.code ?? '');
  if (entered.is === 'wrong')
    return codePage(c, { zh: '验证码不对,或已过期。', en: 'That is not the code, or not any more.' }, 401);
  if (entered.is !== 'right') return notNow(c, entered, codePage);
  setCookies(c, entered.value.cookies);
  return goOn(c, account);
}

/** Says that it cannot be tried now, and to programs, when it can. */
function notNow(
  c: C,
  why: { is: 'busy'; waited: boolean } | { is: 'blocked'; until: Date },
  page: typeof signInPage,
) {
  if (why.is === 'busy') return busyPage(c, why, (fault, status) => page(c, fault, status));
  const waitMs = why.until.valueOf() - c.var.services.clock.now().valueOf();
  c.header('Retry-After', String(Math.max(1, Math.ceil(waitMs / 1000))));
  return page(c, blockedText(why.until), 429);
}
