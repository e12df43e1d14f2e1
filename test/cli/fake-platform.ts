import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export interface FakePlatform {
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang' | 'cut';

/** A server that answers as told and remembers what it was asked: for what a real platform cannot be made to do. */
export async function fakePlatform(
  answer: (asked: Asked, times: number) => Answer | Promise<Answer>,
): Promise<FakePlatform> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = await readAsked(request);
    asked.push(one);
    reply(response, await answer(one, asked.filter(({ path }) => path === one.path).length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: text === '' ? undefined : JSON.parse(text) };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'cut') {
    response.destroy();
    return;
  }
  const { status = 200, body = {}, headers = { 'content-type': 'application/json' } } = answer;
  response.writeHead(status, headers);
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A problem document as a platform sends it. */
export function problem(status: number, code: string, more: object = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: {
      type: `urn:district:problem:${code}`,
      code,
      title: code,
      status,
      detail: `It is ${code}.`,
      ...more,
    },
  };
}
