import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { html } from 'hono/html';
import { PAGE_FORM_SIZE_BYTES_MAX } from '../../http/limits.ts';
import type { PageEnvironment } from './environment.ts';
import { languageOf } from './language.ts';
import { show } from './page.ts';

const LANGUAGE_COOKIE = 'district.language';
const FORM_COOKIE = 'district.form';
/** better-auth's, whose names begin with ours. */
const SESSION_COOKIE = 'district.session_token';
const YEAR_SECONDS = 365 * 24 * 60 * 60;
const FORM_COOKIE_BYTES = 24;
/** Characters of a device code that are carried along: eight, with whatever was typed between them. */
const USER_CODE_SHOWN_MAX = 20;

/** What every page does first: the language, the way it came, and, for a form, that it is one of ours. */
export const frame = createMiddleware<PageEnvironment>(async (c, next) => {
  const chosen = c.req.query('lang');
  c.set(
    'language',
    languageOf(chosen ?? getCookie(c, LANGUAGE_COOKIE), c.req.header('accept-language') ?? null),
  );
  c.set('userCode', '');
  c.set('fields', {});
  c.set('visitor', {
    seen: c.var.seen,
    agent: c.req.header('user-agent') ?? null,
    requestId: c.var.requestId,
    cookies: c.req.header('cookie') ?? null,
    gone: c.req.raw.signal,
  });
  if (!c.var.seen.isSecure && !c.var.seen.isLoopback) return refusePlainHttp(c);
  if (chosen === 'zh' || chosen === 'en')
    setCookies(c, [`${LANGUAGE_COOKIE}=${chosen}; Max-Age=${YEAR_SECONDS}`]);
  const known = getCookie(c, FORM_COOKIE);
  const key = known ?? randomBytes(FORM_COOKIE_BYTES).toString('base64url');
  if (known === undefined) setCookies(c, [`${FORM_COOKIE}=${key}`]);
  c.set('formToken', formToken(c, key));
  if (c.req.method === 'POST') {
    const fields = await formFields(c);
    if (fields === undefined || known === undefined || !isOwnForm(c, fields.form)) return refuseForm(c);
    c.set('fields', fields);
  }
  c.set('userCode', (c.var.fields.user_code ?? c.req.query('user_code') ?? '').slice(0, USER_CODE_SHOWN_MAX));
  await next();
});

/**
 * A form's hidden field, made from a cookie that no other site can read or send (SameSite=Strict) and from the session, so that neither
 * alone will do. OWASP calls it a signed double submit.
 */
function formToken(c: Context<PageEnvironment>, key: string): string {
  const session = getCookie(c, SESSION_COOKIE) ?? '';
  return createHmac('sha256', c.var.services.signIn.secret)
    .update(`form ${key} ${session}`)
    .digest('base64url');
}

function isOwnForm(c: Context<PageEnvironment>, token: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const [sent, own] = [Buffer.from(token ?? ''), Buffer.from(c.var.formToken)];
  return sent.length === own.length && timingSafeEqual(sent, own);
}

async function formFields(c: Context<PageEnvironment>): Promise<Record<string, string> | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) return undefined;
  const text = await c.req.text();
  if (text.length > PAGE_FORM_SIZE_BYTES_MAX) return undefined;
  // PostgreSQL takes no NUL in text.
  const fields = [...new URLSearchParams(text)].map(([name, value]) => [name, value.replaceAll('\0', '')]);
  return Object.fromEntries(fields);
}

/** Sets cookies as all of ours are: unread by scripts, unsent by other sites, and over HTTPS alone but on this machine. */
export function setCookies(c: Context<PageEnvironment>, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const plain = cookie.replaceAll(/;\s*(HttpOnly|Secure|SameSite=\w+|Path=[^;]*)/gi, '');
    const secure = c.var.seen.isLoopback && !c.var.seen.isSecure ? '' : '; Secure';
    c.header('Set-Cookie', `${plain}; Path=/; HttpOnly; SameSite=Strict${secure}`, { append: true });
  }
}

function refuseForm(c: Context<PageEnvironment>) {
  return show(c, {
    status: 403,
    title: { zh: '表单已失效', en: 'This form no longer holds' },
    body: (say) =>
      html`<p>${say({
        zh: '可能是页面打开太久,或浏览器不保存 Cookie。什么也没有改动。',
        en: 'The page was open for too long, or the browser keeps no cookies. Nothing was changed.',
      })}</p><p><a href="${c.req.path}">${say({ zh: '重新打开', en: 'Open it again' })}</a></p>`,
  });
}

function refusePlainHttp(c: Context<PageEnvironment>) {
  return show(c, {
    status: 403,
    title: { zh: '此处不能登录', en: 'No sign-in here' },
    body: (say) =>
      html`<p>${say({
        zh: '连接没有加密,口令会在网络上明文传送。请使用 https:// 地址。',
        en: 'The connection is not encrypted: a password would cross the network in the clear. Use the https:// address.',
      })}</p>`,
  });
}
