import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { App } from '../http/environment.ts';
import {
  HEADERS_SIZE_BYTES_MAX,
  HEADERS_TIMEOUT_MS,
  REQUEST_TIMEOUT_MS,
  SHUTDOWN_GRACE_MS,
} from '../http/limits.ts';
import { PlatformError } from '../platform-error.ts';

export interface Listening {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Listens on `port` (0 takes any free one). Fails with `port_taken`. */
export async function listen(app: App, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: HEADERS_SIZE_BYTES_MAX,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const named = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${named}:${bound}`, port: bound, close: () => close(server) };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlatformError(
      'port_taken',
      `Port ${port} on ${host} is taken by another program.`,
      'Choose another with --port, or --port 0 for any free one.',
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new PlatformError(
      'usage',
      `Cannot listen on ${host}:${port} (${error.code}).`,
      'Choose a port above 1023 and an address of this machine.',
    );
  }
  return error;
}

/** Requests in hand get their answer; streams, which have no end of their own, are cut after the grace. */
async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeAllConnections' in server)) return closed;
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), SHUTDOWN_GRACE_MS);
  await closed;
  clearTimeout(cut);
}
