import { CONTEXT_ARGUMENT, refuseTaken, requireContext } from '../../src/command/context-arguments.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { requireContextName } from '../../src/session/check-context.ts';
import { isSandboxName } from '../../src/session/context-settings.ts';
import { renameToken } from '../../src/session/credentials.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';

interface Renamed {
  from: string;
  to: string;
  current: boolean;
}

export const rename: Operation<Renamed> = {
  id: 'context.rename',
  summary: { zh: '环境改名,令牌随之', en: 'call a context something else; its token goes along' },
  effect: 'local',
  arguments: [
    CONTEXT_ARGUMENT,
    { name: 'to', summary: { zh: '新名称', en: 'its new name' }, required: true, variadic: false },
  ],
  examples: ['district context rename gulou gulou-prod'],
  async *run(input) {
    const from = text(input, 'name') ?? '';
    const to = text(input, 'to') ?? '';
    const { configDir } = findPlaces(process.env);
    const settings = readSettings(configDir);
    requireContext(settings, from);
    if (isSandboxName(from)) {
      throw usageFailure(
        { en: `${from} belongs to the sandbox, which names it.`, zh: `${from} 由沙箱命名,不能改。` },
        { en: 'district sandbox down ends it.', zh: 'district sandbox down 停掉沙箱。' },
      );
    }
    requireContextName(to);
    refuseTaken(settings, to);
    await renameToken(configDir, from, to);
    let current = false;
    await changeSettings(configDir, (now) => {
      current = now.currentContext === from;
      const contexts = Object.entries(now.contexts ?? {}).map(([name, context]) => [
        name === from ? to : name,
        context,
      ]);
      return { ...now, contexts: Object.fromEntries(contexts), ...(current && { currentContext: to }) };
    });
    yield { status: 'done', value: { from, to, current } };
  },
  print: {
    lines: ({ from, to, current }, language) => {
      const still = language === 'zh' ? '(仍是当前环境)' : ' (still the current one)';
      return [`${from} -> ${to}${current ? still : ''}`];
    },
  },
};
