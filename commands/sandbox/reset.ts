import type { Operation } from '../../src/command/operation.ts';
import {
  type SandboxStatus,
  SEED_OPTIONS,
  sandboxLines,
  seedProgress,
  seedWish,
} from '../../src/command/sandbox-options.ts';

export const reset: Operation<SandboxStatus> = {
  id: 'sandbox.reset',
  summary: { zh: '清空沙箱,重新生成数据', en: 'throw the sandbox’s data away and seed it anew' },
  effect: 'local',
  options: SEED_OPTIONS,
  examples: ['district sandbox reset', 'district sandbox reset --now 2026-10-08T08:30 --storm'],
  async *run(input, context) {
    const wish = seedWish(input);
    const { resetSandbox } = await import('../../src/session/sandbox/sandbox.ts');
    const state = await resetSandbox(wish, { onProgress: seedProgress(context) });
    yield { status: 'done', value: { running: true, ...state } };
  },
  print: { lines: sandboxLines },
};
