import type { AccountDetail, CreatedToken, Page, Token } from '@district/contract/types.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runDistrict } from './run-district.ts';
import { type SandboxHome, startSandbox } from './sandbox-home.ts';

/** Time for PostgreSQL to be made and seeded on a slow machine. */
const START_TIMEOUT_MS = 120_000;

vi.setConfig({ testTimeout: 120_000 });

let sandbox: SandboxHome;
beforeAll(async () => {
  sandbox = await startSandbox();
}, START_TIMEOUT_MS);
afterAll(() => sandbox.stop(), START_TIMEOUT_MS);

const as = (context: string, ...args: string[]) => sandbox.run([...args, '--context', context]);

test('an administrator adds, a security officer gives and takes, each refused what is the other’s', async () => {
  const add = ['operators', 'add', '--name', '新人', '--login', 'xinren', '--region', '320302004'];
  const refused = await as('sandbox-security', ...add);
  expect([refused.code, refused.stdout]).toEqual([4, '']);
  const added = await as('sandbox', ...add);
  expect(added.stdout).toContain('xinren  新人  no role yet');
  expect((await as('sandbox', ...add)).code).toBe(6);

  expect((await as('sandbox', 'operators', 'give', 'xinren', 'street_operator')).code).toBe(4);
  const given = await as('sandbox-security', 'operators', 'give', 'xinren', 'street_operator');
  expect(given.stdout).toContain('xinren  新人  street operator');
  const beyond = await as(
    'sandbox-security',
    'operators',
    'give',
    'xinren',
    'city_administrator',
    '--region',
    '3203',
  );
  expect(beyond.code).toBe(5);
  const shown = (await sandbox.json(
    ...['operators', 'show', 'xinren', '--context', 'sandbox-security'],
  )) as AccountDetail;
  expect(shown).toMatchObject({ role: 'street_operator', version: 2, actions: ['give', 'take'] });

  const both = await as('sandbox-security', 'operators', 'take', 'xinren', '320302-security');
  expect(both.code).toBe(7);
  expect(both.stderr).toContain('your own account');
  const none = (await sandbox.json(
    ...['operators', 'list', '--role', 'none', '--context', 'sandbox-security'],
  )) as Page<AccountDetail>;
  expect(none.items.map(({ login }) => login)).toEqual(['xinren']);
});

test('those who manage accounts read no requests, and those who read requests manage no accounts', async () => {
  expect((await as('sandbox-security', 'requests', 'list')).code).toBe(4);
  expect((await as('sandbox-auditor', 'requests', 'list')).code).toBe(4);
  expect((await as('sandbox-duty', 'operators', 'list')).code).toBe(4);
});

test('a token is printed alone to stdout, works by itself within its scope, and stops when revoked', async () => {
  const made = await sandbox.run([
    ...['token', 'create', '--name', 'nightly', '--scope', 'requests:read', '--until', '2026-12-31'],
  ]);
  expect(made.stdout).toMatch(/^dc_[\w-]{32}\n$/);
  expect(made.stderr).toContain('shown this once');
  const { url } = (await sandbox.json('sandbox', 'status')) as { url: string };
  const script = { env: { DISTRICT_URL: url, DISTRICT_TOKEN: made.stdout.trim() } };
  expect((await runDistrict(['requests', 'list', '--limit', '1'], script)).code).toBe(0);
  const notices = await runDistrict(['notices', 'list'], script);
  expect([notices.code, notices.stderr]).toEqual([4, expect.stringContaining('notices:read')]);

  const listed = (await sandbox.json('token', 'list')) as Page<Token>;
  const { id } = listed.items.find(({ name }) => name === 'nightly') as Token;
  expect(JSON.stringify(listed)).not.toContain(made.stdout.trim());
  expect((await as('sandbox-duty', 'token', 'revoke', id)).code).toBe(5);
  expect((await as('sandbox-security', 'token', 'revoke', id)).code).toBe(0);
  const over = await runDistrict(['requests', 'list'], script);
  expect([over.code, over.stderr]).toEqual([3, expect.stringContaining('ended')]);
});

test('without an end, or with one beyond a year, no token is made; a repeat cannot show it again', async () => {
  const create = ['token', 'create', '--name', 'x', '--scope', 'requests:read'];
  expect((await sandbox.run(create)).code).toBe(2);
  expect((await sandbox.run([...create, '--until', '2028-01-01'])).code).toBe(2);
  expect((await sandbox.run([...create, '--until', '2026-12-31', '--scope', 'everything'])).code).toBe(2);
  const once = [...create, '--until', '2026-12-31', '--idempotency-key', 'once'];
  expect(((await sandbox.json(...once)) as CreatedToken).token).toMatch(/^dc_/);
  const again = await sandbox.run(once);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('district token revoke');
});
