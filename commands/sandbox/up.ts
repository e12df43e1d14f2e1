import type { Operation } from '../../src/command/operation.ts';
import {
  type SandboxStatus,
  SEED_OPTIONS,
  sandboxLines,
  seedProgress,
  seedWish,
} from '../../src/command/sandbox-options.ts';

export const up: Operation<SandboxStatus> = {
  id: 'sandbox.up',
  summary: { zh: '启动沙箱,留在后台', en: 'start the sandbox and leave it running' },
  effect: 'local',
  options: SEED_OPTIONS,
  examples: ['district sandbox up', 'district sandbox up --now 2026-10-08T08:30 --storm'],
  async *run(input, context) {
    const wish = seedWish(input);
    const { keepSandbox } = await import('../../src/session/sandbox/sandbox.ts');
    const state = await keepSandbox(wish, { onProgress: seedProgress(context) });
    yield { status: 'done', value: { running: true, ...state } };
  },
  print: { lines: sandboxLines },
};
