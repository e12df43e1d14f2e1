import { type FakePlatform, fakePlatform, problem } from './fake-platform.ts';

export const TOKEN = 'ses_0123456789';
const ME = {
  id: 'u1',
  name: '王磊',
  role: 'duty_officer',
  region: { code: '320302000000', name: '鼓楼区' },
  unit: null,
};

export interface DevicePlatform extends FakePlatform {
  /** What is answered from now on to a program that asks whether it was let in. */
  decision: 'pending' | 'let in' | 'access_denied' | 'expired_token' | 'slow_down';
}

/** A platform that signs in by device authorization (RFC 8628) at the pace of a test: one second between two asks. */
export async function devicePlatform(): Promise<DevicePlatform> {
  const platform: FakePlatform = await fakePlatform(({ method, path, headers }) => {
    const page = `${platform.url}/device`;
    if (path === '/v1/device/code') {
      return {
        body: {
          device_code: 'very-secret',
          user_code: 'BCDF-GHJK',
          verification_uri: page,
          verification_uri_complete: `${page}?user_code=BCDF-GHJK`,
          expires_in: 600,
          interval: 1,
        },
      };
    }
    if (path === '/v1/device/token') {
      if (device.decision === 'let in')
        return { body: { access_token: TOKEN, token_type: 'Bearer', expires_in: 7200 } };
      return problem(400, device.decision === 'pending' ? 'authorization_pending' : device.decision);
    }
    if (headers.authorization !== `Bearer ${TOKEN}`) return problem(401, 'unauthenticated');
    if (method === 'DELETE') return { body: { endedAt: '2026-10-08T00:30:00Z' } };
    return { body: path === '/v1/me' ? ME : { items: [], next: null } };
  });
  const device: DevicePlatform = Object.assign(platform, { decision: 'let in' as const });
  return device;
}
