import { createServer as createPlainServer, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ClientError } from '../../src/client/client-error.ts';
import { createClient } from '../../src/client/create-client.ts';
import type { Road } from '../../src/client/road/road.ts';
import { AUTHORITY_TEXT, SERVER } from './certificates.ts';

/** What the platform of a test does once it was asked for its events. */
let answer: (response: ServerResponse) => void;
const asked: { path: string; bearer: string | undefined; after: unknown }[] = [];
const left: (() => void)[] = [];

const serve = (
  { url = '', headers }: { url?: string; headers: Record<string, unknown> },
  response: ServerResponse,
) => {
  asked.push({
    path: url,
    bearer: headers['authorization'] as string | undefined,
    after: headers['last-event-id'],
  });
  response.on('close', () => left.shift()?.());
  answer(response);
};
const plain = createPlainServer(serve as never);
const secure = createSecureServer(SERVER, serve as never);
const proxy = createPlainServer();
const tunnelled: string[] = [];
const portOf = (server: Server) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  proxy.on('connect', ({ url = '' }, socket) => {
    tunnelled.push(url);
    const onward = connect(portOf(secure), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) one.on('error', () => {});
  });
  const listening = (server: Server) =>
    new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  await Promise.all([plain, secure, proxy].map(listening));
});
afterAll(() => {
  for (const server of [plain, secure, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  asked.length = 0;
  left.length = 0;
  tunnelled.length = 0;
});

const ROADS: readonly (readonly [string, () => { url: string; road?: Road }])[] = [
  ['on this machine', () => ({ url: `http://127.0.0.1:${portOf(plain)}` })],
  [
    'with an authority of its own',
    () => ({ url: `https://localhost:${portOf(secure)}`, road: { ca: AUTHORITY_TEXT } }),
  ],
  [
    'through a proxy',
    () => ({
      url: 'https://platform.example',
      road: { ca: AUTHORITY_TEXT, proxy: `http://127.0.0.1:${portOf(proxy)}` },
    }),
  ],
];

const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const event = (id: string) => `id: ${id}\ndata: ${JSON.stringify({ id, no: 'GL261112-0042' })}\n\n`;

/** Reads until the stream ends: the ids that came, and how it ended. */
async function follow(
  { url, road }: { url: string; road?: Road },
  options: { after?: string; signal?: AbortSignal; onOpen?: () => void } = {},
) {
  const client = createClient({ url, token: 'secret', ...(road && { road }) });
  const ids: string[] = [];
  try {
    for await (const { id } of client.events(options)) ids.push(id);
    return { ids, end: 'ended' };
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return { ids, end: error.failure.kind };
  }
}

test.each(ROADS)('%s: events come whole, however they were cut into packets', async (_how, way) => {
  answer = (response) => {
    begin(response).write(': here\n\n');
    const bytes = Buffer.from(event('1.1') + event('1.2'));
    response.write(bytes.subarray(0, 20), () => response.end(bytes.subarray(20)));
  };
  expect(await follow(way(), { after: '1.0' })).toEqual({ ids: ['1.1', '1.2'], end: 'ended' });
  expect(asked).toEqual([{ path: '/v1/events', bearer: 'Bearer secret', after: '1.0' }]);
});

test.each(ROADS)('%s: a stream that breaks off is a connection that was lost', async (_how, way) => {
  answer = (response) => void begin(response).write(event('1.1'), () => response.destroy());
  expect(await follow(way())).toEqual({ ids: ['1.1'], end: 'connection_lost' });
});

test.each(ROADS)('%s: who leaves is gone, also after the garbage was collected', async (_how, way) => {
  const gone = new Promise<void>((resolve) => left.push(resolve));
  const open = Promise.withResolvers<void>();
  answer = (response) => void begin(response).write(': here\n\n');
  const leaving = new AbortController();
  const following = follow(way(), { signal: leaving.signal, onOpen: open.resolve });
  await open.promise;
  setFlagsFromString('--expose-gc');
  for (let i = 0; i < 5; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    runInNewContext('gc')();
  }
  leaving.abort();
  expect(await following).toEqual({ ids: [], end: 'ended' });
  await gone;
});

test.each(ROADS)('%s: who leaves before an answer came is gone as well', async (_how, way) => {
  const gone = new Promise<void>((resolve) => left.push(resolve));
  const leaving = new AbortController();
  answer = () => leaving.abort();
  expect(await follow(way(), { signal: leaving.signal })).toEqual({ ids: [], end: 'interrupted' });
  await gone;
});

test('the proxy learns where one goes and nothing else', async () => {
  answer = (response) => void begin(response).end(event('1.1'));
  await follow((ROADS[2]?.[1] as () => { url: string; road: Road })());
  expect(tunnelled).toEqual(['platform.example:443']);
});

test.each([
  ['that answers 401', 401, 'unauthenticated'],
  ['that sends one on', 302, 'not_a_platform'],
])('a platform %s is told as such, and the token goes nowhere else', async (_what, status, end) => {
  answer = (response) => {
    const body = JSON.stringify({ type: 'about:blank', code: 'unauthenticated', title: 'no', status: 401 });
    response.writeHead(status, {
      'content-type': 'application/problem+json',
      location: `http://127.0.0.1:${portOf(plain)}/elsewhere`,
    });
    response.end(status === 401 ? body : '');
  };
  expect(await follow({ url: `http://127.0.0.1:${portOf(plain)}` })).toEqual({ ids: [], end });
  expect(asked.map(({ path }) => path)).toEqual(['/v1/events']);
});

test('a platform that does not answer is given up after the time any answer has', async () => {
  answer = () => {};
  expect(await follow({ url: `http://127.0.0.1:${portOf(plain)}` })).toEqual({ ids: [], end: 'timed_out' });
});

test('the token is sent to no platform in the clear across a network', () => {
  expect(() => createClient({ url: 'http://platform.example', token: 'secret' })).toThrow(ClientError);
});

test('a strange authority is refused before the token is shown', async () => {
  answer = (response) => void begin(response).end();
  const { end } = await follow({ url: `https://localhost:${portOf(secure)}` });
  expect(end).toBe('certificate_refused');
  expect(asked).toEqual([]);
});
