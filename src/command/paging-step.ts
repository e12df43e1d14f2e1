import { PAGING_STEPS_MAX } from '@district/contract/limits.ts';
import { count } from './input.ts';
import type { ArgumentDefinition, Input } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

export const STEP_ARGUMENT: ArgumentDefinition = {
  name: 'step',
  summary: { zh: `第几级,1 到 ${PAGING_STEPS_MAX}`, en: `which step, 1 to ${PAGING_STEPS_MAX}` },
  required: true,
  variadic: false,
};

export function stepOf(input: Input): number {
  const step = count(input, 'step') ?? 0;
  if (step >= 1 && step <= PAGING_STEPS_MAX) return step;
  throw usageFailure({
    en: `A step is 1 to ${PAGING_STEPS_MAX}.`,
    zh: `级数是 1 到 ${PAGING_STEPS_MAX}。`,
  });
}
