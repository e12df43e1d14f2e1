import { ExpectedFailure } from '../command/operation.ts';
import { unknownWord } from '../command/usage-failure.ts';
import type { ContextSettings } from './context-settings.ts';
import type { Settings } from './setting-checks.ts';

const SANDBOX_CONTEXT = 'sandbox';

/** Which platform to talk to: one named in the settings, or one given by address and token. */
export type ContextChoice =
  | { kind: 'named'; name: string; context: ContextSettings }
  | { kind: 'given'; url: string; token: string };

/** --context, then DISTRICT_URL with DISTRICT_TOKEN, then DISTRICT_CONTEXT, then the current one, then the sandbox. */
export function chooseContext(from: {
  flag?: string | undefined;
  environment: NodeJS.ProcessEnv;
  settings: Settings;
}): ContextChoice {
  const { flag, environment, settings } = from;
  const url = environment['DISTRICT_URL'];
  const token = environment['DISTRICT_TOKEN'];
  if (flag === undefined && url) {
    if (token) return { kind: 'given', url, token };
    throw notSignedIn({
      en: 'DISTRICT_URL is set, but not DISTRICT_TOKEN.',
      zh: '设置了 DISTRICT_URL,没有设置 DISTRICT_TOKEN。',
    });
  }
  const contexts = settings.contexts ?? {};
  const wish = flag ?? (environment['DISTRICT_CONTEXT'] || settings.currentContext);
  const name = wish ?? SANDBOX_CONTEXT;
  const context = Object.hasOwn(contexts, name) ? contexts[name] : undefined;
  if (context) return { kind: 'named', name, context };
  if (wish === undefined || Object.keys(contexts).length === 0) throw notSignedIn();
  throw unknownWord({ en: 'context', zh: '环境' }, name, Object.keys(contexts));
}

export function notSignedIn(message = { en: 'Not signed in.', zh: '没有登录。' }): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'unauthenticated',
    message,
    hint: {
      en: 'Run district login URL, or district sandbox up to practise; a script sets DISTRICT_URL and DISTRICT_TOKEN.',
      zh: '请运行 district login 地址;练习用 district sandbox up;脚本请设置 DISTRICT_URL 和 DISTRICT_TOKEN。',
    },
    exit: 3,
  });
}
