import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { unknownWord } from '../../src/command/usage-failure.ts';

export const use: Operation<{ currentContext: string }> = {
  id: 'context.use',
  summary: { zh: '选定平台与身份', en: 'choose the platform and identity to work with' },
  effect: 'local',
  arguments: [
    {
      name: 'name',
      summary: { zh: '名称', en: 'name' },
      required: true,
      variadic: false,
      completes: 'context',
    },
  ],
  examples: ['district context use sandbox-duty'],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    const { findPlaces } = await import('../../src/session/places.ts');
    const { changeSettings, readSettings } = await import('../../src/session/settings.ts');
    const { configDir } = findPlaces(process.env);
    const known = Object.keys(readSettings(configDir).contexts ?? {});
    if (!known.includes(name)) throw unknownWord({ en: 'context', zh: '环境' }, name, known);
    await changeSettings(configDir, (settings) => ({ ...settings, currentContext: name }));
    yield { status: 'done', value: { currentContext: name } };
  },
  print: { lines: ({ currentContext }) => [currentContext] },
};
