import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTHORITY, SERVER } from './certificates.ts';
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();

/** A platform behind TLS, and a proxy that leads to it whatever name it is asked for. */
let platform: Server;
const asked: (string | undefined)[] = [];
const tunnelled: string[] = [];
const proxy = createHttpServer();
const secureProxy = createHttpsServer(SERVER);
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  platform = createHttpsServer(SERVER, (request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ items: [], next: null }));
  });
  for (const each of [proxy, secureProxy])
    each.on('connect', ({ url = '' }, socket) => {
      tunnelled.push(url);
      if (url.startsWith('barred.example')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      const onward = connect(portOf(platform), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      for (const one of [socket, onward]) one.on('error', () => {});
    });
  await Promise.all(
    [platform, proxy, secureProxy].map(
      (server) => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)),
    ),
  );
});
afterAll(() => {
  for (const server of [platform, proxy, secureProxy]) {
    server.closeAllConnections();
    server.close();
  }
  home.remove();
});

const list = (url: string, env: Record<string, string>) =>
  runDistrict(['regions', 'list', '--json'], {
    env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: 'secret', ...env },
  });
const byProxy = (server: { address(): unknown }, scheme = 'http') => ({
  DISTRICT_PROXY: `${scheme}://localhost:${portOf(server)}`,
});

test('a private authority is trusted where it was given, and nowhere else', async () => {
  const url = `https://localhost:${portOf(platform)}`;
  const strange = await list(url, {});
  expect(strange.stderr).toContain('signed by an authority this machine does not know');
  expect(strange.stderr).toContain('nothing was sent');
  expect(strange.stderr).toContain('--ca FILE');
  expect(strange.code).toBe(8);
  expect(asked).toEqual([]);
  const known = await list(url, { DISTRICT_CA: AUTHORITY });
  expect(known).toMatchObject({ code: 0, stdout: '{"items":[],"next":null}\n' });
  expect(asked).toEqual(['Bearer secret']);
});

test('a certificate for another name is told as such', async () => {
  const { code, stderr } = await list(`https://127.0.0.1:${portOf(platform)}`, {
    DISTRICT_CA: AUTHORITY,
  });
  expect(stderr).toContain('it is for another name');
  expect(code).toBe(8);
});

test.each([
  ['plain', () => byProxy(proxy)],
  ['TLS', () => byProxy(secureProxy, 'https')],
])('a %s proxy tunnels to the platform and sees only its name', async (_kind, env) => {
  tunnelled.length = 0;
  const { code, stderr } = await list('https://platform.example', {
    ...env(),
    DISTRICT_CA: AUTHORITY,
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(tunnelled).toEqual(['platform.example:443']);
});

test('NO_PROXY and this machine itself go without the proxy', async () => {
  tunnelled.length = 0;
  const direct = await list('https://platform.example', { ...byProxy(proxy), NO_PROXY: 'other,.example' });
  expect(direct.code).toBe(8);
  const here = await list(`https://localhost:${portOf(platform)}`, {
    ...byProxy(proxy),
    DISTRICT_CA: AUTHORITY,
  });
  expect(here.code).toBe(0);
  expect(tunnelled).toEqual([]);
});

test('a proxy that bars the way is told apart from a platform that is gone', async () => {
  const { code, stderr } = await list('https://barred.example', byProxy(proxy));
  expect(stderr).toContain('does not let one through (the proxy answered 403); nothing was sent');
  expect(code).toBe(8);
});
