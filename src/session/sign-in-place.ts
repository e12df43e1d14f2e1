import { ExpectedFailure } from '../command/operation.ts';
import { usageFailure } from '../command/usage-failure.ts';
import { contextUrl } from './check-context.ts';
import type { ContextSettings } from './context-settings.ts';
import type { EffectiveSetting } from './effective-settings.ts';
import { contextFor } from './keep-sign-in.ts';
import type { Settings } from './setting-checks.ts';

/** Where somebody signs in, and the context it is kept under. */
export interface SignInPlace {
  name: string;
  context: ContextSettings;
  /** Whether the settings hold it already. */
  isKnown: boolean;
}

/**
 * The platform to sign in to: the address given, else that of the context in use.
 * Throws a usage failure when there is neither, and a refusal when the name stands for another platform.
 */
export function signInPlace(
  address: string | undefined,
  current: EffectiveSetting,
  settings: Settings,
): SignInPlace {
  const { contexts = {} } = settings;
  const known = (name: string) => (Object.hasOwn(contexts, name) ? contexts[name] : undefined);
  const given = address ?? (current.from === 'DISTRICT_URL' ? String(current.value) : undefined);
  if (given === undefined) {
    const name = String(current.value);
    const context = known(name);
    if (context) return { name, context, isKnown: true };
    throw usageFailure(
      { en: 'Sign in where? No address was given.', zh: '登录到哪里?没有给出平台地址。' },
      {
        en: 'Such as district login https://gulou.example.',
        zh: '如 district login https://gulou.example。',
      },
    );
  }
  const url = contextUrl(given);
  const name = contextFor(url, current.source === 'flag' ? String(current.value) : undefined, settings);
  const context = known(name);
  if (context && context.url !== url) throw elsewhere(name, context.url);
  return { name, context: context ?? { url }, isKnown: context !== undefined };
}

function elsewhere(name: string, url: string): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'context_exists',
    message: { en: `The context ${name} is for ${url}.`, zh: `环境 ${name} 对应的是 ${url}。` },
    hint: {
      en: 'Give another name with --context NAME.',
      zh: '请用 --context 另取名称。',
    },
    exit: 6,
  });
}
