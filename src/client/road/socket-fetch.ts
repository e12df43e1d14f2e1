import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Fetch, Road } from './road.ts';
import { TunnelAgent } from './tunnel.ts';

/** Statuses that have no body, for which a Response refuses one. */
const BODILESS: readonly (number | undefined)[] = [204, 205, 304];
/** Nothing for so long, not even the heartbeat of an event stream: the other side is gone. As Node's own fetch has it. */
const SILENCE_MAX_MS = 300_000;

/**
 * `fetch` over Node's sockets. Node's own takes neither an authority nor a proxy for one call, and setting them for the whole process
 * would give one platform's authority to all; and while an answer is open it wakes the processor twice a second. What goes over a road
 * is HTTPS. Redirects are handed back, never followed.
 */
export function socketFetch({ ca, proxy }: Road): Fetch {
  const trust = { keepAlive: true, ...(ca !== undefined && { ca }) };
  const secure = proxy === undefined ? new SecureAgent(trust) : new TunnelAgent(proxy, trust);
  const plain = new PlainAgent({ keepAlive: true });
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    return responseOf(await send(request, body, { secure, plain }));
  };
}

function send(
  request: Request,
  body: Buffer | undefined,
  agents: { secure: SecureAgent; plain: PlainAgent },
): Promise<IncomingMessage> {
  const { method, headers, signal, url } = request;
  const options = { method, signal, headers: Object.fromEntries(headers), timeout: SILENCE_MAX_MS };
  return new Promise((resolve, reject) => {
    const sending = url.startsWith('http:')
      ? plainRequest(url, { ...options, agent: agents.plain })
      : secureRequest(url, { ...options, agent: agents.secure });
    sending.once('response', resolve);
    sending.once('timeout', () => sending.destroy());
    // The same two shapes that fetch fails with, so that whoever calls need not know which of the two it was. Asking the request itself
    // keeps it from being collected, and its signal with it, while no answer has come.
    sending.once('error', (cause) =>
      reject(request.signal.aborted ? request.signal.reason : new TypeError('fetch failed', { cause })),
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
  if (!BODILESS.includes(status)) return new Response(bytesOf(message), init);
  message.resume();
  return new Response(null, init);
}

/** The body; one that breaks off fails as fetch has it. */
function bytesOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      message.on('data', (bytes: Buffer) => {
        controller.enqueue(bytes);
        if ((controller.desiredSize ?? 0) <= 0) message.pause();
      });
      message.once('end', () => controller.close());
      message.once('error', (cause) => controller.error(new TypeError('terminated', { cause })));
    },
    pull: () => void message.resume(),
    cancel: () => void message.destroy(),
  });
}
