import { ClientError } from './client-error.ts';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host of an address is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname);
}

/**
 * The base of a platform's addresses, ending in a slash. A token must not cross a network in the clear: HTTPS is required except on
 * loopback. Credentials inside an address are refused since addresses end up in logs.
 */
export function platformBase(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw bad(
      `The platform address ${JSON.stringify(address)} is not a web address.`,
      `平台地址 ${JSON.stringify(address)} 不是网址。`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw bad('The platform address must not hold a name or a password.', '平台地址中不得带用户名或口令。');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw bad(
      `${url.origin} is not HTTPS: the token would cross the network in the clear.`,
      `${url.origin} 不是 HTTPS,令牌会在网络上明文传送。`,
    );
  }
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** A token goes into a header: printable ASCII. A pasted line break or full-width letter is told here, and not as a broken connection. */
export function requireToken(token: string): void {
  if (/^[\x21-\x7e]+$/.test(token)) return;
  throw new ClientError({
    kind: 'bad_token',
    message: {
      en: 'The token holds a space, a line break or a letter that no token has.',
      zh: '令牌中有空格、换行或令牌不会有的字符。',
    },
    hint: { en: 'Copy it again, whole and alone.', zh: '请重新完整复制,不要带别的字符。' },
    exit: 2,
  });
}

function bad(en: string, zh: string): ClientError {
  return new ClientError({
    kind: 'bad_address',
    message: { en, zh },
    hint: {
      en: 'Give an https:// address, or http:// on this machine.',
      zh: '请用 https:// 地址,本机可用 http://。',
    },
    exit: 2,
  });
}
