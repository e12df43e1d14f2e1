import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { pageHeaders } from '../../http/security-headers.ts';
import type { PageEnvironment } from './environment.ts';
import type { Bilingual, Language } from './language.ts';
import { STYLE, STYLE_HASH } from './style.ts';

/** What a page is made of: text that was escaped, and what was made of such. */
export type Html = ReturnType<typeof html>;

export interface Page {
  title: Bilingual;
  /** What was wrong, said above everything. */
  fault?: Bilingual | undefined;
  body: (say: Say) => Html;
  status?: 200 | 400 | 401 | 403 | 404 | 422 | 429 | 500 | 503;
}

export type Say = (text: Bilingual) => string;

const NAMES: Readonly<Record<Language, { other: Language; otherName: string; product: string }>> = {
  zh: { other: 'en', otherName: 'English', product: '区务台' },
  en: { other: 'zh', otherName: '中文', product: 'District console' },
};

/** A whole page in the visitor's language. It holds no script, and needs none. */
export function show(c: Context<PageEnvironment>, page: Page): Response | Promise<Response> {
  const { language } = c.var;
  const say: Say = (text) => text[language];
  const { other, otherName, product } = NAMES[language];
  pageHeaders(c, STYLE_HASH);
  return c.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(page.title)} · ${product}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header><span>${product}</span> <a href="${switchTo(c, other)}" lang="${other}">${otherName}</a></header>
<main>
<h1>${say(page.title)}</h1>
${page.fault ? html`<p class="fault" role="alert">${say(page.fault)}</p>` : ''}
${page.body(say)}
</main>
</body>
</html>
`,
    page.status ?? 200,
  );
}

/** The same page in the other language, with the code that is being signed in for. */
function switchTo(c: Context<PageEnvironment>, language: Language): string {
  const query = new URLSearchParams({ lang: language });
  if (c.var.userCode !== '') query.set('user_code', c.var.userCode);
  return `${c.req.path}?${query}`;
}
