import type { Context } from 'hono';
import { html } from 'hono/html';
import { endBearer } from '../../access/bearers.ts';
import { districtOf } from '../../access/operator.ts';
import type { Account } from '../accounts.ts';
import { failureOf } from '../auth-failure.ts';
import { authHeaders } from '../enter.ts';
import { guarded } from '../guarded.ts';
import { note } from '../note.ts';
import { PASSWORD_LENGTH_MIN, type PasswordFault, passwordFault } from '../password-rules.ts';
import type { PageEnvironment } from './environment.ts';
import { setCookies } from './frame.ts';
import type { Bilingual } from './language.ts';
import { type Page, show } from './page.ts';
import { blockedText, busyPage, button, form, passwordField } from './parts.ts';
import { openSessions } from './sessions.ts';
import { goOn } from './visit.ts';

type C = Context<PageEnvironment>;

const FAULTS: Readonly<Record<PasswordFault | 'not_repeated' | 'wrong', Bilingual>> = {
  too_short: {
    zh: `新口令太短:至少 ${PASSWORD_LENGTH_MIN} 个字符。几个不相干的词连起来就很好。`,
    en: `The new password is too short: ${PASSWORD_LENGTH_MIN} characters at least. A few words that do not belong together do well.`,
  },
  too_long: {
    zh: '新口令太长:最多 128 个字符。',
    en: 'The new password is too long: 128 characters at most.',
  },
  like_the_login: {
    zh: '新口令不能就是登录名。',
    en: 'The new password must not be the name you sign in with.',
  },
  common: {
    zh: '新口令太常见,会最先被人试到。请换一个。',
    en: 'The new password is among the first that are tried. Choose another.',
  },
  same_as_before: { zh: '新口令与旧口令相同。', en: 'The new password is the old one.' },
  not_repeated: { zh: '两次输入的新口令不一样。', en: 'The new password was not repeated as it was.' },
  wrong: { zh: '现在的口令不对。', en: 'The present password is not right.' },
};

export function passwordPage(c: C, { initial }: Account, fault?: Bilingual, status: Page['status'] = 200) {
  return show(c, {
    title: initial
      ? { zh: '请设置自己的口令', en: 'Choose a password of your own' }
      : { zh: '修改口令', en: 'Change the password' },
    fault,
    status,
    body: (say) => html`<p>${say({
      zh: `至少 ${PASSWORD_LENGTH_MIN} 个字符,长比花样重要。`,
      en: `${PASSWORD_LENGTH_MIN} characters at least; length matters more than odd characters.`,
    })}</p>
${form(
  c,
  '/account/password',
  html`${passwordField(say, 'password', initial ? { zh: '初始口令', en: 'Initial password' } : { zh: '现在的口令', en: 'Present password' }, 'current-password')}
${passwordField(say, 'next', { zh: '新口令', en: 'New password' }, 'new-password')}
${passwordField(say, 'again', { zh: '再输一次新口令', en: 'The new password again' }, 'new-password')}
<p><label><input type="checkbox" name="end_consoles" value="yes" checked> ${say({
    zh: '同时结束所有已登录的控制台',
    en: 'End all consoles that are signed in as well',
  })}</label></p>
${button(say({ zh: '保存', en: 'Save' }))}`,
)}`,
  });
}

export async function changePassword(c: C, account: Account) {
  const { services, visitor, fields } = c.var;
  const { password = '', next = '', again = '' } = fields;
  const fault =
    next === password
      ? 'same_as_before'
      : next === again
        ? passwordFault(next, account.login)
        : 'not_repeated';
  if (fault !== undefined) return passwordPage(c, account, FAULTS[fault], 422);
  const auth = await services.signIn.auth();
  const changed = await guarded(
    services,
    visitor,
    account.login,
    async () => account,
    async () => {
      const body = { currentPassword: password, newPassword: next, revokeOtherSessions: true };
      try {
        return await auth.api.changePassword({ body, headers: authHeaders(visitor), returnHeaders: true });
      } catch (error) {
        failureOf(error);
        return undefined;
      }
    },
  );
  if (changed.is === 'wrong') return passwordPage(c, account, FAULTS.wrong, 401);
  if (changed.is === 'blocked') return passwordPage(c, account, blockedText(changed.until), 429);
  if (changed.is === 'busy')
    return busyPage(c, changed, (text, status) => passwordPage(c, account, text, status));
  setCookies(c, changed.value.headers.getSetCookie());
  await settle(c, account);
  return goOn(c, { initial: false });
}

/** What goes with a new password: it is one's own now, and consoles signed in with the old one end if that is wished. */
async function settle(c: C, { operator }: Account): Promise<void> {
  const { services, visitor, fields } = c.var;
  const at = services.clock.now();
  const endsConsoles = fields.end_consoles === 'yes';
  await services.db.transaction().execute(async (db) => {
    await db
      .updateTable('passwords')
      .set({ initial: false, set_at: at })
      .where('id', '=', operator.id)
      .execute();
    const sessions = endsConsoles ? await openSessions(db, operator, at) : [];
    for (const { id } of sessions) await endBearer(db, { district: districtOf(operator), id }, at);
    await note(db, services, visitor, operator, {
      action: 'passwords.change',
      object: operator.id,
      after: { consolesEnded: sessions.length },
    });
  });
}
