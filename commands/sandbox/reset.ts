import { sandboxStart } from '../../src/command/sandbox-options.ts';

export const reset = sandboxStart(
  {
    id: 'sandbox.reset',
    summary: { zh: '清空沙箱,重新生成数据', en: 'throw the sandbox’s data away and seed it anew' },
    examples: ['district sandbox reset', 'district sandbox reset --now 2026-10-08T08:30 --storm'],
  },
  async () => (await import('../../src/session/sandbox/sandbox.ts')).resetSandbox,
);
