import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { onTestFinished } from 'vitest';

export interface RoadEvents {
  /** Before a request goes on to the platform. */
  before?: (request: IncomingMessage) => void | Promise<void>;
  /** After the platform has answered, and before anybody hears of it. */
  after?: (request: IncomingMessage) => void | Promise<void>;
}

/** A road to the platform on which something happens; its address is used in the platform's place. */
export async function roadTo(platform: string, { before, after }: RoadEvents): Promise<string> {
  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await before?.(request);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const isStream = headers.accept === 'text/event-stream';
    try {
      const answer = await fetch(new URL(request.url ?? '/', platform), {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        ...(isStream && { signal: gone.signal }),
      });
      const type = answer.headers.get('content-type');
      response.writeHead(answer.status, type === null ? {} : { 'content-type': type });
      if (isStream && answer.body) await pipeline(Readable.fromWeb(answer.body as never), response);
      else {
        const body = Buffer.from(await answer.arrayBuffer());
        await after?.(request);
        response.end(body);
      }
    } catch {
      // Whoever asked has gone, or the platform has.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
