import type { ArgumentDefinition } from '../operation.ts';

/** The batch a command is about. */
export const BATCH_ARGUMENT: ArgumentDefinition = {
  name: 'id',
  summary: { zh: '批次(district batches list)', en: 'the batch (district batches list)' },
  required: true,
  variadic: false,
};
