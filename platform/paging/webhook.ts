import { createHmac, randomBytes } from 'node:crypto';
import { WEBHOOK_SECRET_BYTES_MAX, WEBHOOK_SECRET_BYTES_MIN } from '@district/contract/limits.ts';
import { PAGE_TIMEOUT_MS } from './limits.ts';

/** Standard Webhooks 1.0: what secrets begin with, and what names the version of a signature. */
const SECRET_PREFIX = 'whsec_';
const SIGNATURE_VERSION = 'v1';

export function newWebhookSecret(): string {
  return SECRET_PREFIX + randomBytes(WEBHOOK_SECRET_BYTES_MIN).toString('base64');
}

/** Why a secret will not do; undefined when it does. Never says what it was. */
export function secretProblem(secret: string): string | undefined {
  const bytes = secretBytes(secret);
  if (bytes && bytes.length >= WEBHOOK_SECRET_BYTES_MIN && bytes.length <= WEBHOOK_SECRET_BYTES_MAX)
    return undefined;
  return `is not ${SECRET_PREFIX} followed by ${WEBHOOK_SECRET_BYTES_MIN} to ${WEBHOOK_SECRET_BYTES_MAX} bytes in base64`;
}

function secretBytes(secret: string): Buffer | undefined {
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

/** Why an address will not do; undefined when it does. Where it leads within the district's network is the administrator's business. */
export function addressProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not an address, such as https://pager.example.gov.cn/hook';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return 'carries a name or password: the signature is what it is known by';
  if (url.hash !== '') return 'has a part after #, which is never sent';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  return 'has to begin with https:// (http:// only to this machine)';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

export interface Message {
  id: string;
  at: Date;
  body: string;
}

/** The three headers: HMAC-SHA256 over id, time in seconds and body. */
function signedHeaders(secret: string, { id, at, body }: Message): Record<string, string> {
  const timestamp = String(Math.floor(at.valueOf() / 1_000));
  const mac = createHmac('sha256', secretBytes(secret) ?? '')
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `${SIGNATURE_VERSION},${mac}`,
  };
}

export interface Sent {
  isDelivered: boolean;
  /** The status, or why there was none; nothing of what the other side says is kept. */
  answer: string;
}

/** Sends a message once. Follows no redirect, so that what was signed goes where the administrator said and nowhere else. */
export async function sendWebhook(url: string, secret: string, message: Message): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'district-platform',
        ...signedHeaders(secret, message),
      },
      body: message.body,
      signal: AbortSignal.timeout(PAGE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    const isRedirect = response.status >= 300 && response.status < 400;
    return {
      isDelivered: response.ok,
      answer: isRedirect ? `${response.status} (redirects are not followed)` : String(response.status),
    };
  } catch (error) {
    return { isDelivered: false, answer: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return `no answer within ${PAGE_TIMEOUT_MS / 1_000} s`;
  return typeof cause?.code === 'string' ? cause.code : 'not reached';
}
