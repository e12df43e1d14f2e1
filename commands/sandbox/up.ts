import { sandboxStart } from '../../src/command/sandbox-options.ts';

export const up = sandboxStart(
  {
    id: 'sandbox.up',
    summary: { zh: '启动沙箱,留在后台', en: 'start the sandbox and leave it running' },
    examples: ['district sandbox up', 'district sandbox up --now 2026-10-08T08:30 --storm'],
  },
  async () => (await import('../../src/session/sandbox/sandbox.ts')).keepSandbox,
);
