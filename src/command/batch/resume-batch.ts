import type { Client } from '../../client/client.ts';
import { batchMessages } from '../../i18n/messages/batches.ts';
import { translate } from '../../i18n/translate.ts';
import { isLeft, isOpen } from '../../journal/batch.ts';
import type { HeldBatch } from '../../journal/journal.ts';
import { type AnyOperation, ExpectedFailure, type OperationContext, type Outcome } from '../operation.ts';
import { eachItem } from './each-item.ts';
import { findBatch, onlyOpenBatch, ownJournal, underWayElsewhere } from './find-batch.ts';
import { finish } from './run-journaled.ts';
import { requireSamePerson } from './same-person.ts';
import { workOff } from './work-off.ts';

/** An item of a batch that is done. */
export interface ResumedItem {
  no: string;
  operation: string;
  version: number | null;
  /** Whether it was done before the batch was gone on with. */
  before: boolean;
}

/** Goes on with a batch: one outcome for each of its items, those from before first, so that the exit code is that of the whole. */
export async function* resumeBatch(
  { id, isDryRun }: { id: string | undefined; isDryRun: boolean },
  context: OperationContext,
): AsyncGenerator<Outcome<ResumedItem>> {
  const journal = ownJournal();
  const found = id === undefined ? onlyOpenBatch(journal) : findBatch(journal, id);
  const held = journal.hold(found.plan.id);
  if (held === undefined) throw underWayElsewhere(found.plan.id);
  yield* finish(held, goOn(held, isDryRun, context), context);
}

async function* goOn(
  held: HeldBatch,
  isDryRun: boolean,
  context: OperationContext,
): AsyncGenerator<Outcome<ResumedItem>> {
  const { plan, items } = held;
  if (held.cancelledAt !== null) throw cancelledBefore(plan.id);
  const operation = await operationOf(plan.operation, context);
  const say = (key: 'resumed' | 'nothingLeft', values: Record<string, string | number>) =>
    context.say(translate(batchMessages, context.language, key, { id: plan.id, ...values }));
  const left = items.filter(isLeft).length;
  const done = items.filter(({ status }) => status === 'done').length;
  if (isOpen(held)) {
    const client = await context.client();
    await requireSamePerson(plan, client, String(context.setting('currentContext').value), context.signal);
    context.expect(items.length);
    say('resumed', { n: items.length, done, left });
    yield* told(held);
    const places = new Map(plan.items.map(({ id }, at) => [id, at]));
    const outcomes = isDryRun ? tryOut(held, operation, client) : workOff(held, operation, client);
    for await (const outcome of outcomes)
      yield outcome.status === 'failed'
        ? outcome
        : { ...outcome, value: doneItem(held, places.get(outcome.id ?? '') ?? 0, false) };
  } else {
    say('nothingLeft', {});
    yield* told(held);
  }
}

/** What would come of what is left, as the platform sees it now. */
async function* tryOut(
  { plan, items: states }: HeldBatch,
  { items }: AnyOperation,
  client: Client,
): AsyncGenerator<Outcome> {
  const left = plan.items.filter((_, at) => states[at] && isLeft(states[at]));
  const write = items?.writer(plan.input);
  yield* eachItem(
    left.map(({ id }) => id),
    async (id, at) => {
      const version = left[at]?.version ?? null;
      return write?.(client, id, { dryRun: true, ...(version !== null && { version }) });
    },
  );
}

/** What became of the items that nothing is left to do about. */
function* told(held: HeldBatch): Generator<Outcome<ResumedItem>> {
  for (const [at, state] of [...held.items].entries()) {
    const id = held.plan.items[at]?.id ?? '';
    if (state.status === 'done') yield { status: 'done', id, value: doneItem(held, at, true) };
    else if (state.status === 'refused') yield { status: 'failed', id, error: state.failure };
  }
}

function doneItem({ plan, items }: HeldBatch, at: number, before: boolean): ResumedItem {
  const state = items[at];
  const no = plan.items[at]?.id ?? '';
  const version = state?.status === 'done' ? state.version : null;
  return { no, operation: plan.operation, version, before };
}

async function operationOf(id: string, context: OperationContext): Promise<AnyOperation> {
  const operation = await context.operation(id);
  if (operation?.items) return operation;
  throw new ExpectedFailure({
    kind: 'unknown_operation',
    message: {
      en: `This version of district does not know ${id}.`,
      zh: `本版本的 district 没有 ${id}。`,
    },
    hint: {
      en: 'Resume with the version that began it.',
      zh: '请用开始这一批的版本接着办。',
    },
    exit: 1,
  });
}

function cancelledBefore(id: string): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'batch_closed',
    message: { en: `Batch ${id} was cancelled.`, zh: `批次 ${id} 已取消。` },
    hint: {
      en: `district batches show ${id} says what was done.`,
      zh: `district batches show ${id} 可看办成了哪些。`,
    },
    exit: 6,
  });
}
