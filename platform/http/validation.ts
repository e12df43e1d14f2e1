import type { Hook } from '@hono/zod-openapi';
import type { Environment } from './environment.ts';
import { ProblemError } from './problem.ts';

/** What the schema refuses becomes one problem that names every field. */
export const refuseInvalid: Hook<unknown, Environment, string, unknown> = (result) => {
  if (result.success) return;
  const fields = result.error.issues.map((issue) => ({
    path: issue.path.join('.') || result.target,
    message: issue.message,
  }));
  const named = fields.map((field) => `${field.path}: ${field.message}`).join('; ');
  throw new ProblemError('invalid', `Not valid: ${named}.`, { fields });
};
