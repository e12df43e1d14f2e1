import type { Settings } from '../session/setting-checks.ts';
import { ExpectedFailure, type Operation } from './operation.ts';
import { unknownWord } from './usage-failure.ts';

/** The name of a context there is. */
export const CONTEXT_ARGUMENT = {
  name: 'name',
  summary: { zh: '名称', en: 'name' },
  required: true,
  variadic: false,
  completes: 'context',
} satisfies NonNullable<Operation['arguments']>[number];

/** The context of a name. Throws a usage failure with the nearest right one. */
export function requireContext({ contexts = {} }: Settings, name: string) {
  const context = Object.hasOwn(contexts, name) ? contexts[name] : undefined;
  if (context) return context;
  throw unknownWord({ en: 'context', zh: '环境' }, name, Object.keys(contexts));
}

/** Two platforms under one name would be taken for one another. */
export function refuseTaken({ contexts = {} }: Settings, name: string): void {
  if (!Object.hasOwn(contexts, name)) return;
  throw new ExpectedFailure({
    kind: 'context_exists',
    message: { en: `There is a context ${name} already.`, zh: `已有名为 ${name} 的环境。` },
    hint: {
      en: `Change it with district context set ${name}, or choose another name.`,
      zh: `要改它请用 district context set ${name},或另取名称。`,
    },
    exit: 6,
  });
}
