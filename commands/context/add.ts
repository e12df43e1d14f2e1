import { refuseTaken } from '../../src/command/context-arguments.ts';
import { CONTEXT_OPTIONS, changedContext } from '../../src/command/context-options.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { contextUrl, requireContextName } from '../../src/session/check-context.ts';
import type { ContextSettings } from '../../src/session/context-settings.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings } from '../../src/session/settings.ts';

export const add: Operation<{ name: string } & ContextSettings> = {
  id: 'context.add',
  summary: { zh: '记下一个平台,尚不登录', en: 'keep a platform under a name; signs nobody in' },
  effect: 'local',
  arguments: [
    { name: 'name', summary: { zh: '名称', en: 'name' }, required: true, variadic: false },
    {
      name: 'url',
      summary: { zh: '平台地址', en: 'the platform’s address' },
      required: true,
      variadic: false,
    },
  ],
  options: CONTEXT_OPTIONS,
  examples: [
    'district context add gulou https://gulou.example',
    'district context add gulou-prod https://gulou.example --ca /etc/ssl/xuzhou.pem --colour red --guard',
  ],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    requireContextName(name);
    const context = changedContext({ url: contextUrl(text(input, 'url') ?? '') }, input);
    await changeSettings(findPlaces(process.env).configDir, (settings) => {
      refuseTaken(settings, name);
      return { ...settings, contexts: { ...settings.contexts, [name]: context } };
    });
    yield { status: 'done', value: { name, ...context } };
  },
  print: {
    lines: ({ name, url }, language) => [
      `${name}  ${url}`,
      language === 'zh'
        ? `登录:district login --context ${name}`
        : `Sign in: district login --context ${name}`,
    ],
  },
};
