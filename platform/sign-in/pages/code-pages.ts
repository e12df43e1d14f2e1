import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Account } from '../accounts.ts';
import { failureOf } from '../auth-failure.ts';
import { authHeaders } from '../enter.ts';
import { type Guarded, guarded } from '../guarded.ts';
import { note } from '../note.ts';
import type { PageEnvironment } from './environment.ts';
import { setCookies } from './frame.ts';
import type { Bilingual } from './language.ts';
import { type Html, type Page, type Say, show } from './page.ts';
import { blockedText, busyPage, button, codeField, form, going, passwordField } from './parts.ts';

type C = Context<PageEnvironment>;

/** Switches one-time codes on or off; both want the password once more. */
export function codesPage(c: C, { oneTimeCodes }: Account, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: oneTimeCodes
      ? { zh: '关闭一次性验证码', en: 'Switch one-time codes off' }
      : { zh: '启用一次性验证码', en: 'Switch one-time codes on' },
    fault,
    status,
    body: (say) => html`<p>${
      oneTimeCodes
        ? say({
            zh: '关闭后,只凭口令即可登录。',
            en: 'Afterwards the password alone is enough to sign in.',
          })
        : say({
            zh: '启用后,登录时除口令外还要手机验证器(如 FreeOTP、Aegis)上的六位数字。',
            en: 'Afterwards signing in asks for six digits from an app on your phone (FreeOTP, Aegis …) besides the password.',
          })
    }</p>
${form(
  c,
  oneTimeCodes ? '/account/codes/off' : '/account/codes/on',
  html`${passwordField(say, 'password', { zh: '口令', en: 'Password' }, 'current-password')}
${button(say({ zh: '继续', en: 'Go on' }))}`,
)}`,
  });
}

/** Shows the secret, once, as a picture and in letters, and the recovery codes; a first code shows that the phone has it. */
export async function beginCodes(c: C, account: Account) {
  const { services, visitor, fields } = c.var;
  const auth = await services.signIn.auth();
  const begun = await withPassword(c, account, () =>
    auth.api.enableTwoFactor({
      body: { password: fields.password ?? '', method: 'totp' },
      headers: authHeaders(visitor),
      returnHeaders: true,
    }),
  );
  if (begun.is !== 'right') return notDone(c, account, begun);
  setCookies(c, begun.value.headers.getSetCookie());
  const answer = begun.value.response;
  if (answer.method !== 'totp') throw new Error('one-time codes of another kind were begun');
  const secret = new URL(answer.totpURI).searchParams.get('secret') ?? '';
  const { renderSVG } = await import('uqr');
  const picture = renderSVG(uriFor(account.login, secret), { border: 2 });
  return confirmPage(
    c,
    (say) => html`<p>${say({
      zh: '用手机验证器扫描此图,或输入下面的密钥。',
      en: 'Scan this with the app on your phone, or type the key below.',
    })}</p>
<div class="qr" role="img" aria-label="QR">${raw(picture)}</div>
<p><code>${secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
<h2>${say({ zh: '恢复码', en: 'Recovery codes' })}</h2>
<p>${say({
      zh: '请抄下并收好。手机不在时,每个恢复码可用一次。此后不再显示。',
      en: 'Write them down and keep them safe. Each gets you in once without the phone. They are not shown again.',
    })}</p>
<pre>${answer.backupCodes.join('\n')}</pre>`,
  );
}

function confirmPage(c: C, before: (say: Say) => Html, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: { zh: '启用一次性验证码', en: 'Switch one-time codes on' },
    fault,
    status,
    body: (say) => html`${before(say)}
${form(
  c,
  '/account/codes/confirm',
  html`${codeField(say, { zh: '手机上现在的六位数字', en: 'The six digits that the phone shows now' }, 10)}
${button(say({ zh: '启用', en: 'Switch on' }))}`,
)}`,
  });
}

export async function confirmCodes(c: C, account: Account) {
  const { services, visitor, fields } = c.var;
  const auth = await services.signIn.auth();
  const code = (fields.code ?? '').normalize('NFKC').replaceAll(/\s/g, '');
  try {
    const call = { body: { code }, headers: authHeaders(visitor), returnHeaders: true } as const;
    const { headers } = await auth.api.verifyTOTP(call);
    setCookies(c, headers.getSetCookie());
  } catch (error) {
    failureOf(error);
    return confirmPage(
      c,
      (say) =>
        html`<p>${say({
          zh: '请等下一个六位数字,再输入一次;手机与电脑的时间要一致。',
          en: 'Wait for the next six digits and type those; phone and platform have to agree on the time.',
        })}</p>`,
      { zh: '验证码不对,尚未启用。', en: 'That is not the code: nothing is switched on yet.' },
      401,
    );
  }
  await noteCodes(c, account, 'one_time_codes.on');
  return going(c, '/account');
}

export async function endCodes(c: C, account: Account) {
  const { services, visitor, fields } = c.var;
  const auth = await services.signIn.auth();
  const body = { password: fields.password ?? '' };
  const ended = await withPassword(c, account, () =>
    auth.api.disableTwoFactor({ body, headers: authHeaders(visitor), returnHeaders: true }),
  );
  if (ended.is !== 'right') return notDone(c, account, ended);
  setCookies(c, ended.value.headers.getSetCookie());
  await noteCodes(c, account, 'one_time_codes.off');
  return going(c, '/account');
}

function withPassword<T>(c: C, account: Account, ask: () => Promise<T>): Promise<Guarded<T>> {
  const { services, visitor } = c.var;
  return guarded(
    services,
    visitor,
    account.login,
    async () => account,
    async () => {
      try {
        return await ask();
      } catch (error) {
        failureOf(error);
        return undefined;
      }
    },
  );
}

function notDone(c: C, account: Account, why: Exclude<Guarded<unknown>, { is: 'right' }>) {
  if (why.is === 'blocked') return codesPage(c, account, blockedText(why.until), 429);
  if (why.is === 'busy') return busyPage(c, why, (fault, status) => codesPage(c, account, fault, status));
  return codesPage(c, account, { zh: '口令不对。', en: 'The password is not right.' }, 401);
}

function noteCodes(c: C, { operator }: Account, action: string): Promise<void> {
  const { services, visitor } = c.var;
  return note(services.db, services, visitor, operator, { action, object: operator.id });
}

/** As phones list it: District (wanglei). */
function uriFor(login: string, secret: string): string {
  return `otpauth://totp/District:${encodeURIComponent(login)}?secret=${secret}&issuer=District&digits=6&period=30`;
}
