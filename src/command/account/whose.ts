import { text } from '../input.ts';
import type { Input, OptionDefinition } from '../operation.ts';

/** Whose sessions or tokens: one's own where it is left out. */
export const OPERATOR_OPTION: OptionDefinition = {
  name: 'operator',
  value: 'WHO',
  summary: { zh: '谁的(安全管理员);默认自己的', en: 'whose (security officers); one’s own by default' },
};

export function whose(input: Input): { operator?: string } {
  const operator = text(input, 'operator');
  return operator === undefined ? {} : { operator };
}
