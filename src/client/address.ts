import { ClientError } from './client-error.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

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
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
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
