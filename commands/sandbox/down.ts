import type { Operation } from '../../src/command/operation.ts';

export const down: Operation<{ stopped: boolean }> = {
  id: 'sandbox.down',
  summary: { zh: '停止沙箱,数据保留', en: 'stop the sandbox; its data stay' },
  effect: 'local',
  examples: ['district sandbox down'],
  async *run() {
    const { stopSandbox } = await import('../../src/session/sandbox/sandbox.ts');
    yield { status: 'done', value: { stopped: await stopSandbox() } };
  },
  print: {
    lines: ({ stopped }, language) => {
      if (stopped) return [language === 'zh' ? '沙箱已停止。' : 'The sandbox has stopped.'];
      return [language === 'zh' ? '沙箱没有运行。' : 'The sandbox was not running.'];
    },
  },
};
