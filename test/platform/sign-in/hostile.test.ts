import { describe, expect, test } from 'vitest';
import { createApp } from '../../../platform/http/app.ts';
import { type Network, seenFrom, trusting } from '../../../platform/http/network.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { letSignIn, PASSWORD } from './account.ts';
import { Browser } from './browser.ts';

const PROXY = '10.0.0.1';

describe('a form', () => {
  test('is taken from our own page alone', async () => {
    const district = await openDistrict();
    await letSignIn(district, 'duty');
    const body = new URLSearchParams({ login: 'duty', password: PASSWORD });
    const bare = await new Browser(district).open('/sign-in', { method: 'POST', body });
    expect([bare.status, bare.text]).toEqual([403, expect.stringContaining('Nothing was changed')]);

    const victim = new Browser(district);
    await victim.signIn('duty', PASSWORD);
    const attacker = new Browser(district);
    const form = /name="form" value="([^"]*)"/.exec((await attacker.open('/device')).html)?.[1] ?? '';
    const forged = new URLSearchParams({ form });
    expect((await victim.open('/sign-out', { method: 'POST', body: forged })).status).toBe(403);
    // The victim's cookies are not sent from another site; should a browser do it all the same, it says where from.
    const headers = { 'sec-fetch-site': 'cross-site' };
    const own = /name="form" value="([^"]*)"/.exec((await victim.open('/account')).html)?.[1] ?? '';
    const init = { method: 'POST', body: new URLSearchParams({ form: own }), headers };
    expect((await victim.open('/sign-out', init)).status).toBe(403);
    expect((await victim.open('/account')).at).toBe('/account');
  });

  test('of 9 KB is not read', async () => {
    const browser = new Browser(await openDistrict());
    await browser.open('/sign-in');
    expect((await browser.press('Sign in', { login: 'x'.repeat(9_000), password: 'y' })).status).toBe(403);
  });
});

test('pages hold no script, and their headers let none in; what was typed comes back as text', async () => {
  const district = await openDistrict();
  const browser = new Browser(district);
  const page = await browser.open(`/device?user_code=${encodeURIComponent('"><script>x</script>')}`);
  expect(page.html).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const api = await district.app.request('/v1/platform');
  expect(api.headers.get('x-content-type-options')).toBe('nosniff');
  expect(api.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('over plain HTTP nobody signs in but on this machine; over HTTPS cookies are Secure and HSTS is said', async () => {
  const district = await openDistrict();
  const app = behind(district, { isTrusted: trusting(['10.0.0.0/8']) });
  const env = { incoming: { socket: { remoteAddress: PROXY } } };
  const plain = await app.request('/sign-in', { headers: { host: 'district.example' } }, env);
  expect([plain.status, await plain.text()]).toEqual([403, expect.stringContaining('https://')]);
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'district.example' };
  const secure = await app.request('http://10.0.0.2/sign-in', { headers }, env);
  expect(secure.status).toBe(200);
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  for (const cookie of secure.headers.getSetCookie())
    expect(cookie).toContain('HttpOnly; SameSite=Strict; Secure');
  const code = await app.request(
    'http://10.0.0.2/v1/device/code',
    { method: 'POST', headers, body: new URLSearchParams({ client_id: 'x' }) },
    env,
  );
  expect(await code.json()).toMatchObject({ verification_uri: 'https://district.example/device' });
});

describe('the address of a client', () => {
  const network: Network = {
    publicUrl: null,
    isTrusted: trusting(['10.0.0.0/8', 'fd00::/8']),
    rateLimited: true,
  };
  const from = (peer: string, headers: Record<string, string>) =>
    seenFrom(network, peer, new Headers(headers)).address;

  test('is the connection’s, whatever it claims', () => {
    expect(from('203.0.113.9', { 'x-forwarded-for': '1.2.3.4' })).toBe('203.0.113.9');
    expect(from('::ffff:203.0.113.9', {})).toBe('203.0.113.9');
  });

  test('is what a trusted proxy says: the last that is no proxy, since what stands before it was written by that client', () => {
    expect(from(PROXY, { 'x-forwarded-for': '1.2.3.4, 203.0.113.9, 10.0.0.7' })).toBe('203.0.113.9');
    expect(from(PROXY, { forwarded: 'for=1.2.3.4, for="[2001:db8::1]:4711";proto=https' })).toBe(
      '2001:db8::1',
    );
    expect(from('fd00::1', { 'x-forwarded-for': '203.0.113.9:5555' })).toBe('203.0.113.9');
    expect(from(PROXY, { 'x-forwarded-for': 'nonsense' })).toBe(PROXY);
  });

  test('of a range that is none is refused in words', () => {
    for (const range of ['10.0.0.0/33', 'example.com', '10.0.0.0/8/8', ''])
      expect(() => trusting([range]), range).toThrow('not an address');
  });
});

test('one bearer and one stranger are slowed down with 429 and told when to come back; others go on', async () => {
  const district = await openDistrict();
  const ask = (token: string | undefined, remoteAddress: string) =>
    district.app.request(
      '/healthz',
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
      { incoming: { socket: { remoteAddress } } },
    );
  const statuses = async (times: number, token: string | undefined, address: string) => {
    const answers = [];
    for (let i = 0; i < times; i += 1) answers.push(await ask(token, address));
    return answers;
  };
  const strangers = await statuses(500, undefined, '203.0.113.9');
  const refused = strangers.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(((await refused?.json()) as { code: string }).code).toBe('rate_limited');
  expect((await ask('administrator', '203.0.113.9')).status).toBe(200);
  expect((await ask(undefined, '203.0.113.10')).status).toBe(200);
  const busy = await statuses(1_500, 'duty', '203.0.113.11');
  expect(busy.some(({ status }) => status === 429)).toBe(true);
  expect((await ask('administrator', '203.0.113.11')).status).toBe(200);
});

/** The district as it looks from behind other proxies. */
function behind({ services }: District, network: Partial<Network>) {
  return createApp({ ...services, network: { ...services.network, ...network } });
}
