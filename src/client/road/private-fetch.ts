import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { Fetch, Road } from './road.ts';
import { TunnelAgent } from './tunnel.ts';

/** Statuses that have no body, for which a Response refuses one. */
const BODILESS: readonly (number | undefined)[] = [204, 205, 304];

/**
 * `fetch` with an authority and a proxy of its own. Node's own fetch takes neither for one call, and setting them for the whole process
 * would give one platform's authority to all. HTTPS only; redirects are handed back, never followed.
 */
export function privateFetch({ ca, proxy }: Road): Fetch {
  const trust = { keepAlive: true, ...(ca !== undefined && { ca }) };
  const agent = proxy === undefined ? new Agent(trust) : new TunnelAgent(proxy, trust);
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    return responseOf(await send(request, body, agent));
  };
}

function send(request: Request, body: Buffer | undefined, agent: Agent): Promise<IncomingMessage> {
  const { method, headers, signal, url } = request;
  return new Promise((resolve, reject) => {
    const sending = httpsRequest(url, { method, agent, signal, headers: Object.fromEntries(headers) });
    sending.once('response', resolve);
    // The same two shapes that fetch fails with, so that whoever calls need not know which of the two it was.
    sending.once('error', (cause) =>
      reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause })),
    );
    sending.end(body);
  });
}

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const { statusCode: status } = message;
  const init = { headers, ...(status !== undefined && { status }) };
  if (!BODILESS.includes(status)) return new Response(Readable.toWeb(message) as ReadableStream, init);
  message.resume();
  return new Response(null, init);
}
