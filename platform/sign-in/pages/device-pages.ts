import type { Context } from 'hono';
import { html } from 'hono/html';
import { countedAddress } from '../../http/network.ts';
import type { DeviceCodesTable } from '../../store/schema/access.ts';
import type { Account } from '../accounts.ts';
import { countAttempt, subjectOf, takeBack } from '../attempts.ts';
import { failureOf } from '../auth-failure.ts';
import { shownUserCode, typedUserCode } from '../device-codes.ts';
import { authHeaders } from '../enter.ts';
import { note } from '../note.ts';
import type { PageEnvironment } from './environment.ts';
import type { Bilingual } from './language.ts';
import { type Page, show } from './page.ts';
import { blockedText, button, form, going } from './parts.ts';
import { timeText } from './time-text.ts';

type C = Context<PageEnvironment>;

export function devicePage(c: C, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: { zh: '登录控制台', en: 'Sign a console in' },
    fault,
    status,
    body: (say) =>
      form(
        c,
        '/device',
        html`<p>${say({
          zh: '请输入控制台上显示的登录码。若已填好,请核对与控制台上的一致。',
          en: 'Type the code that your console shows. Where it is filled in, check that it is the same.',
        })}</p>
<p class="note">${say({
          zh: '只输入您自己控制台上的登录码。别人发来的登录码会让别人以您的名义登录。',
          en: 'Only ever use a code from your own console: one that somebody sent you signs them in as you.',
        })}</p>
<label for="user_code_typed">${say({ zh: '登录码', en: 'Code' })}</label>
<input id="user_code_typed" name="user_code_typed" type="text" class="code" autocomplete="off"
  autocapitalize="characters" spellcheck="false" required maxlength="20" value="${c.var.userCode}">
${button(say({ zh: '继续', en: 'Go on' }))}`,
      ),
  });
}

export async function enterCode(c: C) {
  c.set('userCode', c.var.fields.user_code_typed ?? '');
  const found = await findWaiting(c);
  if ('fault' in found) return devicePage(c, found.fault, found.status);
  return going(c, '/device/allow');
}

/** Who asks, and what is said to it. To look at it makes it this person's: nobody else can then allow it. */
export async function allowPage(c: C, account: Account) {
  const found = await findWaiting(c);
  if ('fault' in found) return devicePage(c, found.fault, found.status);
  const { services, visitor } = c.var;
  const auth = await services.signIn.auth();
  await auth.api.deviceVerify({ query: { user_code: found.user_code }, headers: authHeaders(visitor) });
  const { operator, login } = account;
  return show(c, {
    title: { zh: '允许这个控制台登录吗?', en: 'Let this console in?' },
    body: (say) => html`<p>${say({
      zh: `它将以 ${operator.name}(${login})的身份办事。`,
      en: `It will act as ${operator.name} (${login}).`,
    })}</p>
<dl>
<dt>${say({ zh: '登录码', en: 'Code' })}</dt><dd><code>${shownUserCode(found.user_code)}</code></dd>
<dt>${say({ zh: '程序', en: 'Program' })}</dt><dd>${found.agent ?? say({ zh: '没有说明', en: 'not told' })}</dd>
<dt>${say({ zh: '地址', en: 'Address' })}</dt><dd>${found.address ?? say({ zh: '未知', en: 'unknown' })}</dd>
<dt>${say({ zh: '时间', en: 'Asked at' })}</dt><dd>${found.asked_at ? timeText(found.asked_at) : ''}</dd>
</dl>
${form(
  c,
  '/device/allow',
  html`${button(say({ zh: '允许', en: 'Let it in' }), 'allow')}
${button(say({ zh: '拒绝', en: 'Refuse' }), 'refuse')}`,
)}`,
  });
}

export async function decide(c: C, account: Account) {
  const found = await findWaiting(c);
  if ('fault' in found) return devicePage(c, found.fault, found.status);
  const { services, visitor, fields } = c.var;
  const auth = await services.signIn.auth();
  const allowed = fields.choice === 'allow';
  const call = { body: { userCode: found.user_code }, headers: authHeaders(visitor) };
  try {
    await (allowed ? auth.api.deviceApprove(call) : auth.api.deviceDeny(call));
  } catch (error) {
    failureOf(error);
    return devicePage(c, GONE, 422);
  }
  await note(services.db, services, visitor, account.operator, {
    action: allowed ? 'sessions.allow' : 'sessions.refuse',
    object: account.operator.id,
    after: { address: found.address },
  });
  c.set('userCode', '');
  return going(c, allowed ? '/device/allowed' : '/device/refused');
}

export function decidedPage(c: C, allowed: boolean) {
  return show(c, {
    title: allowed ? { zh: '已允许', en: 'Let in' } : { zh: '已拒绝', en: 'Refused' },
    body: (say) => html`<p>${
      allowed
        ? say({
            zh: '请回到控制台,几秒内即可使用。此页可以关闭。',
            en: 'Go back to your console: it is ready in a few seconds. You can close this page.',
          })
        : say({
            zh: '控制台没有登录。此页可以关闭。',
            en: 'The console was not let in. You can close this page.',
          })
    }</p>
<p><a href="/account">${say({ zh: '我的账户', en: 'My account' })}</a></p>`,
  });
}

const GONE: Bilingual = {
  zh: '没有这个登录码,或已过期、已用过。请核对,或在控制台重新登录。',
  en: 'There is no such code, or it has expired or been used. Check it, or begin anew in your console.',
};

type Waiting = DeviceCodesRow | { fault: Bilingual; status: 422 | 429 };
type DeviceCodesRow = Pick<DeviceCodesTable, 'user_code'> & {
  agent: string | null;
  address: string | null;
  asked_at: Date | null;
};

/** The code that still waits for a person; how often may be guessed is limited by address. */
async function findWaiting(c: C): Promise<Waiting> {
  const { db, clock, signIn } = c.var.services;
  const subject = subjectOf(signIn.secret, 'user_code', countedAddress(c.var.seen.address));
  const counted = await countAttempt(db, subject, clock.now());
  if (!counted.may) return { fault: blockedText(counted.until), status: 429 };
  const found = await db
    .selectFrom('device_codes')
    .select(['user_code', 'agent', 'address', 'asked_at'])
    .where('user_code', '=', typedUserCode(c.var.userCode))
    .where('status', '=', 'pending')
    // better-auth goes by the machine's clock.
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  if (found === undefined) return { fault: GONE, status: 422 };
  await takeBack(db, subject);
  return found;
}
