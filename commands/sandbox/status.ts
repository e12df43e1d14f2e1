import type { Operation } from '../../src/command/operation.ts';
import { type SandboxStatus, sandboxLines } from '../../src/command/sandbox-options.ts';

export const status: Operation<SandboxStatus | { running: false }> = {
  id: 'sandbox.status',
  summary: { zh: '沙箱是否在运行,地址与环境', en: 'whether the sandbox runs, its address and contexts' },
  effect: 'local',
  examples: ['district sandbox status --json url,running'],
  async *run() {
    const { runningSandbox } = await import('../../src/session/sandbox/state.ts');
    const { findPlaces } = await import('../../src/session/places.ts');
    const state = runningSandbox(findPlaces(process.env));
    yield { status: 'done', value: state ? { running: true, ...state } : { running: false } };
  },
  print: { lines: sandboxLines },
};
