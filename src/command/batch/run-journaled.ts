import { randomUUID } from 'node:crypto';
import { batchMessages } from '../../i18n/messages/batches.ts';
import { translate } from '../../i18n/translate.ts';
import { isOpen } from '../../journal/batch.ts';
import type { PlannedItem } from '../../journal/batch-plan.ts';
import { type HeldBatch, openJournal } from '../../journal/journal.ts';
import { findPlaces } from '../../session/places.ts';
import { text } from '../input.ts';
import type { AnyOperation, Input, OperationContext, Outcome } from '../operation.ts';
import { requireBatchSize } from './batch-size.ts';
import { workOff } from './work-off.ts';

/** Flags that say which items, or how the batch is run, and not what is done to each. */
const NOT_OF_AN_ITEM = ['q', 'confirm', 'stdin', 'dryRun', 'idempotencyKey'];

/** Writes a plan to the journal, prints its id, and only then makes the first call. */
export async function* runJournaled<T>(
  operation: AnyOperation,
  items: readonly PlannedItem[],
  input: Input,
  context: OperationContext,
): AsyncGenerator<Outcome<T>> {
  requireBatchSize(items.length);
  const client = await context.client();
  const { id, name } = await client.me(context.signal);
  const held = openJournal(findPlaces(process.env).stateDir).create({
    operation: operation.id,
    input: inputOfItems(operation, input),
    filter: text(input, 'q') ?? null,
    context: String(context.setting('currentContext').value),
    platform: client.url,
    operator: { id, name },
    key: text(input, 'idempotencyKey') ?? randomUUID(),
    items,
  });
  context.expect(items.length);
  context.say(translate(batchMessages, context.language, 'begun', { id: held.plan.id, n: items.length }));
  // None of these keys is old enough to be found out about instead.
  yield* finish(held, workOff<T>(held, operation, client) as AsyncIterable<Outcome<T>>, context);
}

/** Lets go of a batch in the end, whatever the end is, and says how to go on with what is left. */
export async function* finish<T>(
  held: HeldBatch,
  outcomes: AsyncIterable<Outcome<T>>,
  { say, language }: Pick<OperationContext, 'say' | 'language'>,
): AsyncGenerator<Outcome<T>> {
  try {
    yield* outcomes;
  } finally {
    held.letGo();
  }
  if (isOpen(held)) say(translate(batchMessages, language, 'resumeWith', { id: held.plan.id }));
}

function inputOfItems({ arguments: named = [] }: AnyOperation, input: Input): Input {
  const left = [...NOT_OF_AN_ITEM, ...named.map(({ name }) => name)];
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => value !== undefined && !left.includes(name)),
  );
}
