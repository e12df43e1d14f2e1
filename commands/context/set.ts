import { CONTEXT_ARGUMENT, requireContext } from '../../src/command/context-arguments.ts';
import { CONTEXT_OPTIONS, changedContext } from '../../src/command/context-options.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import type { ContextSettings } from '../../src/session/context-settings.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';

export const set: Operation<{ name: string } & ContextSettings> = {
  id: 'context.set',
  summary: {
    zh: '改一个环境的地址、证书、代理、颜色、写保护;none 表示去掉',
    en: 'change a context’s address, certificate, proxy, colour or guard; none takes one away',
  },
  effect: 'local',
  arguments: [CONTEXT_ARGUMENT],
  options: [
    {
      name: 'url',
      value: 'URL',
      summary: {
        zh: '平台地址(换了来源须重新登录)',
        en: 'the platform’s address (another origin needs a new sign-in)',
      },
    },
    ...CONTEXT_OPTIONS,
    { name: 'unguarded', summary: { zh: '去掉写保护', en: 'take the write guard away' } },
  ],
  examples: [
    'district context set gulou --colour red --guard',
    'district context set gulou --proxy none --unguarded',
  ],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    const { configDir } = findPlaces(process.env);
    const context = changedContext(requireContext(readSettings(configDir), name), input);
    await changeSettings(configDir, (settings) => ({
      ...settings,
      contexts: { ...settings.contexts, [name]: context },
    }));
    yield { status: 'done', value: { name, ...context } };
  },
  print: {
    lines: ({ name, ...context }) => [
      [name, ...Object.entries(context).map(([key, value]) => `${key}=${value}`)].join('  '),
    ],
  },
};
