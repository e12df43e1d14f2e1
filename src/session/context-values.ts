import type { EffectiveSetting } from './effective-settings.ts';
import { wayTo } from './find-road.ts';
import type { Settings } from './setting-checks.ts';

/** What holds for the platform in use, besides the settings. */
export const CONTEXT_KEYS = [
  'context.url',
  'context.token',
  'context.ca',
  'context.proxy',
  'context.colour',
  'context.guard',
] as const;
export type ContextKey = (typeof CONTEXT_KEYS)[number];

export interface ContextValue {
  key: ContextKey;
  /** Empty where there is none; a token is only said to be there. */
  value: string;
  source: EffectiveSetting['source'] | 'keyring';
  from: string;
}

/**
 * The values of the platform in use and where each came from. `current` says what is in use; `store` where the token lies.
 */
export function contextValues(
  current: EffectiveSetting,
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  storeOf: (name: string) => 'file' | 'keyring' | undefined,
): ContextValue[] {
  const isGiven = current.from === 'DISTRICT_URL';
  const name = String(current.value);
  const context =
    !isGiven && Object.hasOwn(settings.contexts ?? {}, name) ? settings.contexts?.[name] : undefined;
  const url = isGiven ? name : context?.url;
  const none = (key: ContextKey): ContextValue => ({ key, value: '', source: 'default', from: '' });
  const kept = (key: 'url' | 'colour' | 'guard'): ContextValue =>
    context?.[key] === undefined
      ? none(`context.${key}`)
      : {
          key: `context.${key}`,
          value: String(context[key]),
          source: 'file',
          from: `contexts.${name}.${key}`,
        };
  const way = url !== undefined && URL.canParse(url) ? wayTo(new URL(url), context, environment) : {};
  const passed = (key: 'ca' | 'proxy'): ContextValue => {
    const found = way[key];
    if (found === undefined) return none(`context.${key}`);
    const from = found.source === 'file' ? `contexts.${name}.${key}` : found.from;
    return { key: `context.${key}`, value: withoutPassword(found.value), source: found.source, from };
  };
  const store = isGiven ? undefined : storeOf(name);
  const token: ContextValue = isGiven
    ? {
        key: 'context.token',
        value: environment['DISTRICT_TOKEN'] ? 'given' : '',
        source: 'environment',
        from: 'DISTRICT_TOKEN',
      }
    : store === undefined
      ? none('context.token')
      : {
          key: 'context.token',
          value: 'kept',
          source: store,
          from: store === 'file' ? 'credentials.json' : 'keyring',
        };
  return [
    isGiven ? { key: 'context.url', value: name, source: 'environment', from: 'DISTRICT_URL' } : kept('url'),
    token,
    passed('ca'),
    passed('proxy'),
    kept('colour'),
    kept('guard'),
  ];
}

/** A proxy of the environment may carry a password, which is nobody's to read off a screen. */
function withoutPassword(value: string): string {
  return value.replace(/\/\/[^/@]*@/, '//***@');
}
