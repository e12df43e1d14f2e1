import ky, { isHTTPError, isNetworkError, isTimeoutError, type KyInstance, type Options } from 'ky';
import { certificateRefused, isCertificateCode } from './certificate-failure.ts';
import { ClientError } from './client-error.ts';
import { problemFailure, readProblem } from './problem-failure.ts';
import { boundedFetch } from './road/bounded-fetch.ts';
import { fetchOver } from './road/fetch-over.ts';
import type { Road } from './road/road.ts';
import * as transport from './transport-failure.ts';
import { USER_AGENT } from './user-agent.ts';

/** Time for an answer to a read: a list is served in well under a second; ten allow for a slow line. */
const READ_TIMEOUT_MS = 10_000;
/** Time for an answer to a write: given up later than a read, since not knowing costs more than waiting. */
const WRITE_TIMEOUT_MS = 20_000;
/** Repeats of one call: two ride out a platform that restarts; more would hide that it is down. */
const RETRIES_MAX = 2;
/** Pause before a repeat; a person waits, so it stays short. */
const RETRY_DELAY_MAX_MS = 2_000;

/** Codes of errors from before anything was sent; the rest may have happened after the platform read the request. */
const NOTHING_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|bad port|PROXY_FAILED|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/;

export interface ConnectionOptions {
  base: URL;
  token?: string;
  language: string;
  /** An authority or a proxy of its own; without one the plain way. */
  road?: Road;
  /** Ends every call; its failure is `interrupted`. */
  signal?: AbortSignal;
}

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  search?: Readonly<Record<string, string | number | boolean | undefined>>;
  json?: unknown;
  idempotencyKey?: string;
  ifMatch?: string;
  signal?: AbortSignal | undefined;
  /** A field that every answer has; without it something else has answered. */
  has?: string;
}

export type Exchange = (call: Call) => Promise<unknown>;

/**
 * Redirects are not followed: a token goes to the origin it was given for and to no other.
 * A write is repeated only under its own Idempotency-Key, so that the platform does it once.
 */
export function connect(options: ConnectionOptions): KyInstance {
  return ky.create({
    prefix: options.base,
    redirect: 'manual',
    fetch: boundedFetch(options.road ? fetchOver(options.road) : globalThis.fetch),
    headers: {
      accept: 'application/json',
      'accept-language': options.language,
      'user-agent': USER_AGENT,
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
    },
    retry: {
      limit: RETRIES_MAX,
      methods: ['get', 'post', 'put', 'delete'],
      statusCodes: [429, 502, 503, 504],
      afterStatusCodes: [429, 503],
      maxRetryAfter: RETRY_DELAY_MAX_MS,
      backoffLimit: RETRY_DELAY_MAX_MS,
      shouldRetry: ({ error }) => (isNetworkError(error) && nothingSent(error) ? false : undefined),
    },
  });
}

export function makeExchange(http: KyInstance, options: ConnectionOptions): Exchange {
  return async (call) => {
    const signals = [options.signal, call.signal].filter((signal) => signal !== undefined);
    const timeoutMs = call.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS;
    const request: Options = { method: call.method, timeout: timeoutMs, headers: writeHeaders(call) };
    if (call.search) request.searchParams = call.search;
    if (call.json !== undefined) request.json = call.json;
    if (signals.length > 0) request.signal = AbortSignal.any(signals);
    try {
      return requireObject(await http(call.path, request).json(), call.has, options.base.origin);
    } catch (error) {
      throw clientError(error, { origin: options.base.origin, timeoutMs, key: call.idempotencyKey });
    }
  };
}

function writeHeaders(call: Call): Record<string, string> {
  const headers: Record<string, string> = {};
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  if (call.ifMatch !== undefined) headers['if-match'] = call.ifMatch;
  return headers;
}

function requireObject(body: unknown, has: string | undefined, origin: string): object {
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && (has === undefined || has in body)) return body;
  throw new ClientError(transport.notAPlatform(origin, isObject ? `no ${has}` : 'no JSON object'));
}

/** Every way a call can fail, as the one error a client throws. */
export function clientError(
  error: unknown,
  call: { origin: string; timeoutMs: number; key: string | undefined },
): ClientError {
  if (error instanceof ClientError) return error;
  return new ClientError(failureOf(error, call), { cause: error });
}

function failureOf(error: unknown, call: { origin: string; timeoutMs: number; key: string | undefined }) {
  const { origin, timeoutMs, key } = call;
  if (isHTTPError(error)) {
    const problem = readProblem(error.data);
    return problem ? problemFailure(problem) : answeredOtherwise(error.response.status, call);
  }
  if (error instanceof SyntaxError) return transport.notAPlatform(origin, 'no JSON');
  if (error instanceof Error && error.name === 'AbortError') return transport.interrupted();
  if (isTimeoutError(error)) {
    return key === undefined ? transport.timedOut(origin, timeoutMs) : transport.outcomeUnknown(origin, key);
  }
  if (isNetworkError(error) || error instanceof TypeError) {
    const code = causeCode(error);
    if (isCertificateCode(code)) return certificateRefused(origin, code);
    if (code === 'PROXY_FAILED') return transport.proxyFailed(origin, innermost(error).message);
    if (nothingSent(error)) return transport.unreachable(origin, code);
    return key === undefined ? transport.connectionLost(origin, code) : transport.outcomeUnknown(origin, key);
  }
  throw error;
}

/** A status without a problem is not the platform's own: mostly of a proxy that stands in front of it. */
function answeredOtherwise(status: number, { origin, key }: { origin: string; key: string | undefined }) {
  if (status === 414 || status === 431) return transport.tooLong(origin);
  if (status === 429 || status === 503) return transport.notReady(origin, status);
  // The platform may have done it before its answer was lost behind the proxy.
  if (status === 502 || status === 504)
    return key === undefined ? transport.notReady(origin, status) : transport.outcomeUnknown(origin, key);
  return transport.notAPlatform(origin, `HTTP ${status}`);
}

function nothingSent(error: unknown): boolean {
  return NOTHING_SENT.test(causeCode(error));
}

/** The system's code (`ECONNREFUSED`) in a chain of causes, or what its last one says: the first one's message holds the whole address. */
function causeCode(error: unknown): string {
  const cause = innermost(error);
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause === error ? 'network error' : cause.message;
}

/** The first cause that has a code, else the last there is. */
function innermost(error: unknown): Error {
  let last = error instanceof Error ? error : new Error('network error');
  while (!('code' in last) && last.cause instanceof Error) last = last.cause;
  return last;
}
