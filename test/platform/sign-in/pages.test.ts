import { createHmac } from 'node:crypto';
import type { AccessToken, DeviceCode } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { type District, openDistrict } from '../harness/district.ts';
import { auditOf, letSignIn, PASSWORD } from './account.ts';
import { Browser } from './browser.ts';

const NEW_PASSWORD = 'seven blue umbrellas';

test('from the code on the console to its token, with one page after the other', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'administrator');
  const code = await askForCode(district);
  const browser = new Browser(district);

  const first = await browser.open(
    new URL(code.verification_uri_complete).pathname + `?user_code=${code.user_code}`,
  );
  expect(first.html).toContain(`value="${code.user_code}"`);
  expect((await browser.press('Go on')).at).toContain('/sign-in');
  const allow = await browser.press('Sign in', { login: ' Administrator', password: PASSWORD });
  expect(allow.text).toContain('It will act as 王磊 (administrator)');
  expect(allow.text).toContain('district/0.1.0 on bastion-3');
  expect(allow.text).toContain('2026-11-25 09:00');
  expect((await browser.press('Let it in')).text).toContain('Go back to your console');
  expect((await fetchToken(district, code)).access_token).toMatch(/^dc_/);

  const account = await browser.open('/account');
  expect(account.text).toContain('Signed in at 2026-11-25 09:00');
  expect((await browser.press('End it')).text).toContain('Consoles signed in None.');
  expect((await browser.press('Sign out of this page')).at).toBe('/sign-in');
  expect((await browser.open('/account')).at).toBe('/sign-in');
  expect(await auditOf(district)).toEqual([
    expect.stringMatching(/^sessions.end session:/),
    expect.stringMatching(/^sessions.open session:/),
    'sign_in.allow_device operator:administrator',
    'sign_in.done operator:administrator',
  ]);
});

test('a refused console gets nothing, and a code that is none or used is told apart from nothing', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const code = await askForCode(district);
  const browser = new Browser(district);
  await browser.open('/device');
  expect((await browser.press('Go on', { user_code_typed: 'BBBB-BBBB' })).text).toContain(
    'There is no such code',
  );
  // Small letters, a full-width dash, no dash at all: a person reads it from a screen.
  await browser.press('Go on', { user_code_typed: ` ${code.user_code.toLowerCase().replace('-', '－')}` });
  await browser.press('Sign in', { login: 'duty', password: PASSWORD });
  expect((await browser.press('Refuse')).text).toContain('was not let in');
  await expect(fetchToken(district, code)).rejects.toThrow('access_denied');
  await browser.open(`/device?user_code=${code.user_code}`);
  expect((await browser.press('Go on')).text).toContain('There is no such code');
});

test('an initial password lets in only as far as choosing another, within rules that are said', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'approver', true);
  const browser = new Browser(district);
  expect((await browser.signIn('approver', PASSWORD)).text).toContain('Choose a password of your own');
  expect((await browser.open('/account')).at).toBe('/account/password');
  const change = (next: string, again = next, password = PASSWORD) =>
    browser.press('Save', { password, next, again });
  expect((await change('short')).text).toContain('too short: 10 characters');
  expect((await change('password123!')).text).toContain('among the first that are tried');
  expect((await change('1234567890')).text).toContain('among the first that are tried');
  expect((await change('approver22')).text).toContain('must not be the name');
  expect((await change(PASSWORD)).text).toContain('is the old one');
  expect((await change(NEW_PASSWORD, 'seven')).text).toContain('not repeated');
  expect((await change(NEW_PASSWORD, NEW_PASSWORD, 'wrong one')).text).toContain(
    'present password is not right',
  );
  expect((await change(NEW_PASSWORD)).text).toContain('My account');
  expect((await new Browser(district).signIn('approver', PASSWORD)).text).toContain('do not fit together');
  expect((await new Browser(district).signIn('approver', NEW_PASSWORD)).text).toContain('My account');
  expect(await auditOf(district)).toContain('passwords.change operator:approver');
});

test('an initial password that was not used for a week is worth nothing', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'approver', true);
  district.at('2026-12-03T09:00');
  expect((await new Browser(district).signIn('approver', PASSWORD)).status).toBe(401);
});

test('one-time codes: switched on with a first code, asked for at sign-in, replaced by a recovery code, switched off', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'auditor');
  const browser = new Browser(district);
  await browser.signIn('auditor', PASSWORD);
  await browser.open('/account/codes');
  const shown = await browser.press('Go on', { password: PASSWORD });
  expect(shown.html).toContain('<svg');
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(shown.html)?.[1]?.replaceAll(' ', '') ?? '';
  const recovery = /<pre>([\s\S]*?)<\/pre>/.exec(shown.html)?.[1]?.split('\n') ?? [];
  expect(recovery).toHaveLength(10);
  expect((await browser.press('Switch on', { code: '000000' })).text).toContain('nothing is switched on yet');
  expect((await browser.press('Switch on', { code: oneTimeCode(secret) })).text).toContain(
    'One-time codes on',
  );

  const again = new Browser(district);
  expect((await again.signIn('auditor', PASSWORD)).at).toBe('/sign-in/code');
  expect((await again.open('/account')).at).toBe('/sign-in');
  await again.open('/sign-in/code');
  expect((await again.press('Go on', { code: '12345' })).status).toBe(401);
  const code = oneTimeCode(secret);
  expect((await again.press('Go on', { code })).at).toBe('/account');
  const onlooker = new Browser(district);
  await onlooker.signIn('auditor', PASSWORD);
  expect((await onlooker.press('Go on', { code })).status).toBe(401);

  const [first = ''] = recovery;
  for (const [browser, status] of [
    [new Browser(district), 200],
    [new Browser(district), 401],
  ] as const) {
    await browser.signIn('auditor', PASSWORD);
    expect((await browser.press('Go on', { code: first.toUpperCase().replace('-', ' ') })).status).toBe(
      status,
    );
  }
  await again.open('/account/codes');
  expect((await again.press('Go on', { password: PASSWORD })).text).toContain('One-time codes off');
  expect((await new Browser(district).signIn('auditor', PASSWORD)).at).toBe('/account');
  const audit = await auditOf(district);
  expect(audit).toContain('one_time_codes.on operator:auditor');
  expect(audit).toContain('one_time_codes.off operator:auditor');
  const kept = JSON.stringify(await district.services.db.selectFrom('audit').selectAll().execute());
  expect(kept).not.toContain(PASSWORD);
  expect(kept).not.toContain(first);
});

test('pages speak the browser’s language until another is chosen, and that one from then on', async () => {
  const district = await openDistrict();
  const chinese = new Browser(district, { 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.5' });
  expect((await chinese.open('/sign-in')).text).toContain('登录名');
  await chinese.open('/sign-in?lang=en');
  expect((await chinese.open('/device')).text).toContain('Sign a console in');
});

test('a disabled account is not let in, nor is it any longer', async () => {
  const district = await openDistrict();
  await letSignIn(district, 'duty');
  const browser = new Browser(district);
  await browser.signIn('duty', PASSWORD);
  await district.services.db
    .updateTable('operators')
    .set({ disabled_at: district.services.clock.now() })
    .where('id', '=', 'duty')
    .execute();
  expect((await browser.open('/account')).at).toBe('/sign-in');
  expect((await browser.signIn('duty', PASSWORD)).text).toContain('do not fit together');
});

async function askForCode(district: District): Promise<DeviceCode> {
  const headers = { 'user-agent': 'district/0.1.0 on bastion-3' };
  return (await district.anyone.post<DeviceCode>('/v1/device/code', { client_id: 'console' }, headers)).body;
}

async function fetchToken(district: District, { device_code }: DeviceCode): Promise<AccessToken> {
  const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
  const body = { grant_type, device_code, client_id: 'console' };
  const answer = await district.anyone.post<AccessToken & { code: string }>('/v1/device/token', body);
  if (answer.status !== 200) throw new Error(answer.body.code);
  return answer.body;
}

/** RFC 6238, as a phone does it. */
function oneTimeCode(secret: string): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
