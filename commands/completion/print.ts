import { COMPLETION_SCRIPTS, SHELLS, type Shell } from '../../src/command/completion-scripts.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';

export const print: Operation<string> = {
  id: 'completion',
  summary: { zh: '输出 shell 补全脚本', en: 'print a script that lets the shell complete commands' },
  effect: 'local',
  arguments: [
    {
      name: 'shell',
      summary: { zh: '哪种 shell', en: 'which shell' },
      required: true,
      variadic: false,
      choices: SHELLS,
    },
  ],
  examples: [
    'eval "$(district completion bash)"',
    'eval "$(district completion zsh)"',
    'district completion fish | source',
  ],
  async *run(input) {
    yield { status: 'done', value: COMPLETION_SCRIPTS[text(input, 'shell') as Shell] };
  },
  print: { lines: (script) => [script] },
};
