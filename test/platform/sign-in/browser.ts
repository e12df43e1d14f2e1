import type { District } from '../harness/district.ts';

export interface PageSeen {
  status: number;
  headers: Headers;
  html: string;
  /** Path and query that the page was at after all redirects. */
  at: string;
  /** What a person reads: no tags, single spaces. */
  text: string;
}

/** A browser without scripts: it keeps cookies, follows redirects and sends the forms of the page it is on. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly district: District;
  private readonly headers: Record<string, string>;
  private page: PageSeen | undefined;

  constructor(district: District, headers: Record<string, string> = {}) {
    this.district = district;
    this.headers = { 'accept-language': 'en', ...headers };
  }

  async open(path: string, init: RequestInit = {}): Promise<PageSeen> {
    const headers = new Headers({ ...this.headers, ...(init.headers as Record<string, string>) });
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.district.app.request(path, { ...init, headers }, this.env());
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /Max-Age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return this.open(location);
    const html = await response.text();
    this.page = { status: response.status, headers: response.headers, html, at: path, text: readable(html) };
    return this.page;
  }

  /** Fills the form whose button reads `button` and sends it. */
  async press(button: string, fields: Record<string, string> = {}): Promise<PageSeen> {
    const forms = [
      ...(this.page?.html ?? '').matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g),
    ];
    const found = forms.find(([, , inner = '']) => readable(inner).includes(button));
    if (!found) throw new Error(`no button ${button} on: ${this.page?.text}`);
    const [, action = '', inner = ''] = found;
    const body = new URLSearchParams();
    for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
      const named = attribute(tag, 'name');
      if (named !== undefined && (attribute(tag, 'type') !== 'checkbox' || /\bchecked\b/.test(tag)))
        body.set(named, attribute(tag, 'value') ?? '');
    }
    const choice = [...inner.matchAll(/<button[^>]*value="([^"]*)"[^>]*>([^<]*)/g)].find(
      ([, , text]) => text === button,
    );
    if (choice) body.set('choice', choice[1] ?? '');
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.open(action, { method: 'POST', body });
  }

  async signIn(login: string, password: string): Promise<PageSeen> {
    await this.open('/sign-in');
    return this.press('Sign in', { login, password });
  }

  /** As @hono/node-server tells where a request came from. */
  private env() {
    const address = this.headers['x-test-address'];
    return address === undefined ? {} : { incoming: { socket: { remoteAddress: address } } };
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

function readable(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
