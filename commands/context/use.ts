import { CONTEXT_ARGUMENT, requireContext } from '../../src/command/context-arguments.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const use: Operation<{ currentContext: string }> = {
  id: 'context.use',
  summary: { zh: '选定平台与身份', en: 'choose the platform and identity to work with' },
  effect: 'local',
  arguments: [CONTEXT_ARGUMENT],
  examples: ['district context use sandbox-duty'],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    const { findPlaces } = await import('../../src/session/places.ts');
    const { changeSettings, readSettings } = await import('../../src/session/settings.ts');
    const { configDir } = findPlaces(process.env);
    requireContext(readSettings(configDir), name);
    await changeSettings(configDir, (settings) => ({ ...settings, currentContext: name }));
    yield { status: 'done', value: { currentContext: name } };
  },
  print: { lines: ({ currentContext }) => [currentContext] },
};
