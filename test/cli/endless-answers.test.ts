import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, expect, test } from 'vitest';
import { makeHome, runDistrict } from './run-district.ts';

const home = makeHome();
afterAll(home.remove);
let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function list(answer: (response: ServerResponse) => void) {
  server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return runDistrict(['requests', 'list', '--json'], {
    env: { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: 'secret' },
  });
}

const MEBIBYTE = Buffer.alloc(1024 * 1024, ' ');

test.each([
  ['says so', { 'content-length': String(17 * MEBIBYTE.length) }],
  ['does not', {}],
])('an answer that is larger than any and %s is given up', async (_how, headers) => {
  let sent = 0;
  const { code, stdout, stderr } = await list((response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    const more = () => {
      sent += 1;
      if (sent < 100 && !response.destroyed) response.write(MEBIBYTE, more);
    };
    more();
  });
  expect(stderr).toContain('does not answer as a district platform does (more than 16 MiB)');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(sent).toBeLessThan(100);
});

test('an answer that trickles in for ever is given up in the time any answer has', async () => {
  const { code, stderr } = await list((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"items":[');
    const drop = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(drop));
  });
  expect(stderr).toContain('did not answer within 10 s');
  expect(code).toBe(8);
}, 30_000);
