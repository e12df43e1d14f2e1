import { isOn } from '../input.ts';
import type { AnyOperation, BatchItems, Input, Operation, OperationContext, Outcome } from '../operation.ts';
import { writeOptions } from '../shared-options.ts';
import { eachItem } from './each-item.ts';

/** An operation over any number of items: one is written as it is, several through a journal. */
export function batchOperation<T>(
  definition: Omit<Operation<T>, 'batch' | 'run' | 'items'> & { items: BatchItems<T> },
): Operation<T> & { items: BatchItems<T> } {
  const operation = {
    ...definition,
    batch: true as const,
    run: (input: Input, context: OperationContext) => run<T>(operation, input, context),
  };
  return operation;
}

async function* run<T>(
  operation: AnyOperation & { items: BatchItems<T> },
  input: Input,
  context: OperationContext,
): AsyncGenerator<Outcome<T>> {
  const { items } = operation;
  // Before anything is asked: what was typed wrongly is told first.
  const write = items.writer(input);
  const chosen = await choose(operation, input, context);
  const ids = chosen.map(({ id }) => id);
  if (ids.length > 1 && !isOn(input, 'dryRun')) {
    const { runJournaled } = await import('./run-journaled.ts');
    yield* runJournaled<T>(operation, chosen, input, context);
    return;
  }
  const client = await context.client();
  yield* eachItem(ids, (id, at) => {
    const version = chosen[at]?.version ?? null;
    return write(client, id, { ...writeOptions(input), ...(version !== null && { version }) });
  });
}

/** The items that were named, or those a filter selects. */
async function choose(
  operation: AnyOperation & { items: BatchItems<unknown> },
  input: Input,
  context: OperationContext,
): Promise<readonly { id: string; version: number | null }[]> {
  const ids = operation.items.ids(input).map((id) => ({ id, version: null }));
  if (input['q'] === undefined && input['confirm'] === undefined) return ids;
  const { freeze } = await import('./freeze.ts');
  return freeze(operation, ids, input, context);
}
