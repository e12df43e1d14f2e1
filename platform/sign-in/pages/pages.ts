import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ProblemError } from '../../http/problem.ts';
import { accountPage, endSession, signOut } from './account-pages.ts';
import { beginCodes, codesPage, confirmCodes, endCodes } from './code-pages.ts';
import { allowPage, decide, decidedPage, devicePage, enterCode } from './device-pages.ts';
import type { PageEnvironment } from './environment.ts';
import { frame } from './frame.ts';
import { show } from './page.ts';
import { changePassword, passwordPage } from './password-pages.ts';
import { codePage, signIn, signInByCode, signInPage } from './sign-in-pages.ts';
import { signedIn } from './visit.ts';

type Handler = (c: Context<PageEnvironment>) => Response | Promise<Response>;

/** Every page by its address: how it looks, and what its form does. */
const PAGES: Readonly<Record<string, { get?: Handler; post?: Handler }>> = {
  '/device': { get: (c) => devicePage(c), post: enterCode },
  '/device/allow': { get: signedIn(allowPage), post: signedIn(decide) },
  '/device/allowed': { get: (c) => decidedPage(c, true) },
  '/device/refused': { get: (c) => decidedPage(c, false) },
  '/sign-in': { get: (c) => signInPage(c), post: signIn },
  '/sign-in/code': { get: (c) => codePage(c), post: signInByCode },
  '/sign-out': { post: signOut },
  '/account': { get: signedIn(accountPage) },
  '/account/password': {
    get: signedIn((c, account) => passwordPage(c, account)),
    post: signedIn(changePassword),
  },
  '/account/codes': { get: signedIn((c, account) => codesPage(c, account)) },
  '/account/codes/on': { post: signedIn(beginCodes) },
  '/account/codes/confirm': { post: signedIn(confirmCodes) },
  '/account/codes/off': { post: signedIn(endCodes) },
  '/account/sessions/end': { post: signedIn(endSession) },
};

/** The pages on which people sign in and look after their account. `problemOf` is what the API makes of an error. */
export function signInPages(
  problemOf: (error: Error, c: Context<PageEnvironment>) => ProblemError,
): Hono<PageEnvironment> {
  const pages = new Hono<PageEnvironment>();
  for (const [path, { get, post }] of Object.entries(PAGES)) {
    // A form's address looked at, as after changing the language, shows the page that the form is on.
    pages.get(
      path,
      frame,
      get ?? ((c) => c.redirect(path.startsWith('/account') ? '/account' : '/sign-in', 303)),
    );
    if (post) pages.post(path, frame, post);
  }
  pages.onError((error, c) => {
    const isAway = problemOf(error, c).code === 'unavailable';
    return show(c, {
      status: isAway ? 503 : 500,
      title: isAway
        ? { zh: '平台暂时不可用,请稍后再试', en: 'The platform is not ready: try again in a moment' }
        : { zh: '平台出错了', en: 'The platform failed' },
      body: (say) =>
        html`<p>${say({
          zh: `请把这个编号告诉平台的维护人员:${c.var.requestId}`,
          en: `Give its operators this id: ${c.var.requestId}`,
        })}</p>`,
    });
  });
  return pages;
}
