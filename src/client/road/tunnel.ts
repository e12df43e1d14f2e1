import { request as httpRequest } from 'node:http';
import { Agent, type AgentOptions, request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect, rootCertificates } from 'node:tls';

/** Time for a proxy to be reached and to open the tunnel; as long as a read may take. */
const TUNNEL_TIMEOUT_MS = 10_000;

/** Connects through a proxy (HTTP CONNECT): it sees the platform's name and port, and nothing of what is said. */
export class TunnelAgent extends Agent {
  readonly #proxy: string;
  readonly #ca: AgentOptions['ca'];

  constructor(proxy: string, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#ca = options.ca;
  }

  override createConnection(
    options: ConnectionOptions,
    callback: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { host = '', port = 443 } = options;
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    openTunnel(this.#proxy, target, this.#ca).then(
      (socket) => callback(null, connect({ ...options, socket })),
      (error: Error) => callback(error, undefined as never),
    );
    return undefined;
  }
}

function openTunnel(proxy: string, target: string, ca: AgentOptions['ca']): Promise<Duplex> {
  const { protocol, hostname, port, username, password } = new URL(proxy);
  const isTls = protocol === 'https:';
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return new Promise((resolve, reject) => {
    const asking = (isTls ? httpsRequest : httpRequest)({
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: port || (isTls ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      timeout: TUNNEL_TIMEOUT_MS,
      // A proxy may be the office's own or a public one: unlike the platform, it may stand under either authority.
      ...(isTls && ca !== undefined && { ca: [...rootCertificates, ca].flat() }),
      headers: {
        host: target,
        ...(username !== '' && {
          'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}`,
        }),
      },
    });
    asking.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(proxyError(`the proxy answered ${statusCode}`));
      }
    });
    asking.once('response', ({ statusCode }) => {
      asking.destroy();
      reject(proxyError(`the proxy answered ${statusCode}`));
    });
    asking.once('timeout', () => asking.destroy(proxyError('the proxy did not answer')));
    asking.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === PROXY_FAILED ? cause : proxyError(cause.code ?? cause.message)),
    );
    asking.end();
  });
}

/** The code by which a failure of the proxy is told from one of the platform behind it. */
const PROXY_FAILED = 'PROXY_FAILED';

function proxyError(detail: string): Error {
  return Object.assign(new Error(detail), { code: PROXY_FAILED });
}
