import type { AccessToken, DeviceCode, Operator, Problem } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { type District, openDistrict } from '../harness/district.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

test('a program asks, waits, is let in once, and its session ends when it signs out', async () => {
  const district = await openDistrict();
  const { anyone } = district;
  const { body: code } = await anyone.post<DeviceCode>('/v1/device/code', { client_id: 'console' });
  expect(code.user_code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
  expect(code.verification_uri_complete).toBe(`http://localhost/device?user_code=${code.user_code}`);

  const ask = () =>
    anyone.post<AccessToken & Problem>('/v1/device/token', {
      grant_type: GRANT,
      device_code: code.device_code,
      client_id: 'console',
    });
  const waiting = await ask();
  expect([waiting.status, waiting.body.code, waiting.body.error]).toEqual([
    400,
    'authorization_pending',
    'authorization_pending',
  ]);
  expect((await ask()).body.error).toBe('slow_down');

  await settle(district, 'approved');
  const { body: token } = await ask();
  expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 7200 });
  expect((await ask()).body.error).toBe('invalid_grant');

  const headers = { authorization: `Bearer ${token.access_token}` };
  const me = await district.app.request('/v1/me', { headers });
  expect(((await me.json()) as Operator).name).toBe('王磊');
  expect((await district.app.request('/v1/session', { method: 'DELETE', headers })).status).toBe(200);
  const after = await district.app.request('/v1/me', { headers });
  expect(((await after.json()) as Problem).code).toBe('session_ended');

  const audit = await district.services.db
    .selectFrom('audit')
    .select(['action', 'operator_id'])
    .where('outcome', '=', 'done')
    .execute();
  expect(audit).toEqual([
    { action: 'sessions.open', operator_id: 'administrator' },
    { action: 'sessions.end', operator_id: 'administrator' },
  ]);
});

test('a form does as well as JSON, and a refusal is told', async () => {
  const district = await openDistrict();
  const form = (path: string, fields: Record<string, string>) =>
    district.app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  const code = (await (await form('/v1/device/code', { client_id: 'console' })).json()) as DeviceCode;
  await settle(district, 'denied');
  const fields = { grant_type: GRANT, device_code: code.device_code, client_id: 'console' };
  const answer = await form('/v1/device/token', fields);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'access_denied', error: 'access_denied' });
});

/** What the page does, without the page. */
async function settle({ services }: District, status: 'approved' | 'denied'): Promise<void> {
  await services.db
    .updateTable('device_codes')
    .set({ status, operator_id: 'administrator', last_polled_at: null })
    .execute();
}
