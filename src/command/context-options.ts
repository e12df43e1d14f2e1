import { resolve } from 'node:path';
import { contextProxy, contextUrl } from '../session/check-context.ts';
import { CONTEXT_COLOURS, type ContextColour, type ContextSettings } from '../session/context-settings.ts';
import { readCa } from '../session/private-ca.ts';
import { isOn, text } from './input.ts';
import type { Input, OptionDefinition } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

/** Takes a value away that a context has. */
const NONE = 'none';

/** The certificate of a private authority. */
export const CA_OPTION: OptionDefinition = {
  name: 'ca',
  value: 'FILE',
  summary: {
    zh: '平台自己的签发机构的证书(PEM 文件)',
    en: 'certificate of the platform’s own authority (a PEM file)',
  },
};
/** The proxy on the way. */
export const PROXY_OPTION: OptionDefinition = {
  name: 'proxy',
  value: 'URL',
  summary: {
    zh: '到平台要经过的代理(NO_PROXY 仍有效)',
    en: 'proxy on the way to it (NO_PROXY still holds)',
  },
};

/** What is said of a context besides its address. */
export const CONTEXT_OPTIONS: readonly OptionDefinition[] = [
  CA_OPTION,
  PROXY_OPTION,
  {
    name: 'colour',
    value: 'COLOUR',
    choices: [...CONTEXT_COLOURS, NONE],
    summary: { zh: '用什么颜色显示名称', en: 'the colour its name is shown in' },
  },
  {
    name: 'guard',
    summary: {
      zh: '写保护:改动前须输入环境名称',
      en: 'write guard: its name must be typed before anything is changed',
    },
  },
];

/** A context with what the options say of it; `none` takes a value away. Throws a usage failure that says what is wrong. */
export function changedContext(context: ContextSettings, input: Input): ContextSettings {
  const { url, ca, proxy, colour, guard } = context;
  const one = <T extends string>(name: string, before: T | undefined, check: (value: string) => T) => {
    const given = text(input, name);
    return given === undefined ? before : given === NONE ? undefined : check(given);
  };
  if (isOn(input, 'guard') && isOn(input, 'unguarded')) {
    throw usageFailure({ en: 'Either --guard or --unguarded.', zh: '--guard 与 --unguarded 只能用一个。' });
  }
  const changed = {
    url: one('url', url, contextUrl) ?? url,
    ca: one('ca', ca, caFile),
    proxy: one('proxy', proxy, contextProxy),
    colour: one('colour', colour, (value) => value as ContextColour),
    guard: isOn(input, 'guard') || (guard && !isOn(input, 'unguarded')) || undefined,
  };
  return Object.fromEntries(
    Object.entries(changed).filter(([, value]) => value !== undefined),
  ) as unknown as ContextSettings;
}

/** The whole path of a file of certificates that are of use now. */
function caFile(path: string): string {
  const whole = resolve(path);
  readCa(whole, Date.now());
  return whole;
}
