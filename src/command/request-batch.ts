import type { RequestSummary } from '@district/contract/types.ts';
import type { Client, WriteOptions } from '../client/client.ts';
import { eachItem } from './batch/each-item.ts';
import { texts } from './input.ts';
import type { ArgumentDefinition, BatchItems, Input, OperationContext, Outcome } from './operation.ts';
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

type Write<T> = (client: Client, no: string, options: WriteOptions) => Promise<T>;

/** Requests that are written one by one, each answered with what it is then. */
export function requestItems(writer: (input: Input) => Write<RequestSummary>): BatchItems<RequestSummary> {
  return {
    ids: (input) => requestNumbers(texts(input, 'no')),
    writer,
    versionOf: ({ version }) => version,
  };
}

/** Writes to each request named, under a key of its own, without a journal: done again it does the same. */
export async function* eachRequest<T>(
  input: Input,
  context: OperationContext,
  write: Write<T>,
): AsyncGenerator<Outcome<T>> {
  const nos = requestNumbers(texts(input, 'no'));
  const client = await context.client();
  yield* eachItem(nos, (no) => write(client, no, writeOptions(input, nos.length > 1 ? no : undefined)));
}
