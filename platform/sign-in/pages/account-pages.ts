import type { Context } from 'hono';
import { html } from 'hono/html';
import { endBearer } from '../../access/bearers.ts';
import { districtOf } from '../../access/operator.ts';
import type { Account } from '../accounts.ts';
import { authHeaders } from '../enter.ts';
import { note } from '../note.ts';
import type { PageEnvironment } from './environment.ts';
import { setCookies } from './frame.ts';
import { type Html, type Say, show } from './page.ts';
import { button, form, going } from './parts.ts';
import { openSessions } from './sessions.ts';
import { timeText } from './time-text.ts';

type C = Context<PageEnvironment>;

/** One's own account: what one is signed in with, and where, and how to end it. */
export async function accountPage(c: C, { operator, login, oneTimeCodes }: Account) {
  const { services } = c.var;
  const sessions = await openSessions(services.db, operator, services.clock.now());
  return show(c, {
    title: { zh: '我的账户', en: 'My account' },
    body: (say) => html`<dl>
<dt>${say({ zh: '姓名', en: 'Name' })}</dt><dd>${operator.name}</dd>
<dt>${say({ zh: '登录名', en: 'Signs in as' })}</dt><dd>${login}</dd>
<dt>${say({ zh: '一次性验证码', en: 'One-time codes' })}</dt>
<dd>${oneTimeCodes ? say({ zh: '已启用', en: 'on' }) : say({ zh: '未启用', en: 'off' })}</dd>
</dl>
<p><a href="/account/password">${say({ zh: '修改口令', en: 'Change the password' })}</a></p>
<p><a href="/account/codes">${
      oneTimeCodes
        ? say({ zh: '关闭一次性验证码', en: 'Switch one-time codes off' })
        : say({ zh: '启用一次性验证码', en: 'Switch one-time codes on' })
    }</a></p>
<p><a href="/device">${say({ zh: '登录一个控制台', en: 'Sign a console in' })}</a></p>
<h2>${say({ zh: '已登录的控制台', en: 'Consoles signed in' })}</h2>
${sessions.length === 0 ? html`<p>${say({ zh: '没有。', en: 'None.' })}</p>` : sessionList(c, say, sessions)}
${form(c, '/sign-out', button(say({ zh: '退出此网页', en: 'Sign out of this page' })))}`,
  });
}

function sessionList(c: C, say: Say, sessions: Awaited<ReturnType<typeof openSessions>>): Html {
  const items = sessions.map(
    ({ id, agent, address, created_at, used_at }) => html`<li>
${agent ?? say({ zh: '未知程序', en: 'An unknown program' })} · ${address ?? say({ zh: '未知地址', en: 'unknown address' })}<br>
${say({ zh: '登录于', en: 'Signed in at' })} ${timeText(created_at)}${used_at ? html`, ${say({ zh: '最近使用', en: 'last used at' })} ${timeText(used_at)}` : ''}
${form(c, '/account/sessions/end', html`<input type="hidden" name="session" value="${id}">${button(say({ zh: '结束', en: 'End it' }))}`, true)}
</li>`,
  );
  return html`<ul>${items}</ul>`;
}

export async function endSession(c: C, { operator }: Account) {
  const { services, visitor, fields } = c.var;
  const own = await openSessions(services.db, operator, services.clock.now());
  const session = own.find(({ id }) => id === fields.session);
  if (session !== undefined) {
    await services.db.transaction().execute(async (db) => {
      await endBearer(db, { district: districtOf(operator), id: session.id }, services.clock.now());
      const object = `session:${session.id}`;
      await note({ db, clock: services.clock }, visitor, operator, { action: 'sessions.end', object });
    });
  }
  return going(c, '/account');
}

export async function signOut(c: C) {
  const { services, visitor } = c.var;
  const auth = await services.signIn.auth();
  const { headers } = await auth.api.signOut({ headers: authHeaders(visitor), returnHeaders: true });
  setCookies(c, headers.getSetCookie());
  return going(c, '/sign-in');
}
