import type { Client } from '../client/client.ts';
import { eachItem } from './batch.ts';
import { texts } from './input.ts';
import type { ArgumentDefinition, Input, OperationContext, Outcome } from './operation.ts';
import { requestNumbers } from './request-number.ts';
import { writeOptions } from './shared-options.ts';

/** The requests that a batch is about. */
export const REQUESTS_ARGUMENT: ArgumentDefinition = {
  name: 'no',
  summary: { zh: '单号', en: 'request number' },
  required: true,
  variadic: true,
  completes: 'request',
};

/** Writes to each request named, under a key of its own. */
export async function* eachRequest<T>(
  input: Input,
  context: OperationContext,
  act: (client: Client, no: string, options: ReturnType<typeof writeOptions>) => Promise<T>,
): AsyncGenerator<Outcome<T>> {
  const nos = requestNumbers(texts(input, 'no'));
  const client = await context.client();
  yield* eachItem(nos, (no) => act(client, no, writeOptions(input, nos.length > 1 ? no : undefined)));
}
