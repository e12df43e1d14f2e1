import { platformBase } from '../client/address.ts';
import { type Bilingual, ExpectedFailure } from '../command/operation.ts';
import { isSandboxName } from './context-settings.ts';

/** Short enough for a header of 80 columns beside who is signed in. */
const NAME_LENGTH_MAX = 40;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Throws a usage failure when a person may not call a context so. */
export function requireContextName(name: string): void {
  if (!NAME.test(name) || name.length > NAME_LENGTH_MAX) {
    throw refusal(
      {
        en: `A context cannot be called ${JSON.stringify(name)}.`,
        zh: `环境不能叫 ${JSON.stringify(name)}。`,
      },
      {
        en: `Letters, digits, dot, dash and underscore, a letter or digit first, ${NAME_LENGTH_MAX} at most.`,
        zh: `可用文字、数字、点、横线、下划线,以文字或数字开头,至多 ${NAME_LENGTH_MAX} 个字符。`,
      },
    );
  }
  if (isSandboxName(name)) {
    throw refusal(
      { en: `${name} is a name of the sandbox.`, zh: `${name} 是沙箱用的名称。` },
      { en: 'Choose one that does not begin with sandbox.', zh: '请用不以 sandbox 开头的名称。' },
    );
  }
}

/** The address as it is kept: without a slash at its end. Throws an expected failure when a token may not go there. */
export function contextUrl(address: string): string {
  return platformBase(address).href.replace(/\/$/, '');
}

/** The address of a proxy as it is kept. Throws a usage failure when it is none, or holds a password, which has no place in settings. */
export function contextProxy(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw refusal(
      {
        en: `${JSON.stringify(address)} is no address of a proxy.`,
        zh: `${JSON.stringify(address)} 不是代理的地址。`,
      },
      { en: 'Such as http://proxy.example:3128.', zh: '如 http://proxy.example:3128。' },
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw refusal(
      {
        en: 'The address of a proxy must not hold a name or a password here.',
        zh: '这里的代理地址不得带用户名或口令。',
      },
      {
        en: 'Give one with a password in the environment: DISTRICT_PROXY.',
        zh: '带口令的请写在环境变量 DISTRICT_PROXY 中。',
      },
    );
  }
  return url.origin;
}

function refusal(message: Bilingual, hint: Bilingual): ExpectedFailure {
  return new ExpectedFailure({ kind: 'usage', message, hint, exit: 2 });
}
