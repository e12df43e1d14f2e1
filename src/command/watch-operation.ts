import { setTimeout as pause } from 'node:timers/promises';
import { itemsOf } from '../output/documents.ts';
import { type PrintOptions, printOutcome } from '../output/outcome-printer.ts';
import { safeJson } from '../output/safe-text.ts';
import { failureOf } from './catch-failure.ts';
import { followEvents } from './follow-events.ts';
import type { AnyOperation, Input, OperationContext, Outcome } from './operation.ts';
import { isOfTheRoad } from './road-failure.ts';
import { usageFailure } from './usage-failure.ts';

/** Events of one batch come together; one run serves them all. */
const GATHER_MS = 250;

/** Runs a read again whenever the platform says that something changed, until the signal aborts. Asks nothing in between. */
export async function watchOperation(
  operation: AnyOperation,
  { watch: _watch, ...input }: Input,
  context: OperationContext,
  print: PrintOptions,
): Promise<void> {
  const { kind } = print.format;
  if (kind !== 'text' && kind !== 'ndjson')
    throw usageFailure({ en: '--watch prints text, or --ndjson.', zh: '--watch 只输出文本或 --ndjson。' });
  const show = kind === 'text' ? textShower(operation, print) : changeShower(operation, print);
  for await (const _ of changes(context)) {
    try {
      for await (const outcome of operation.run(input, context)) show(outcome);
      print.streams.progress?.wipe();
    } catch (error) {
      // A platform that went away is found again by the stream of events.
      if (context.signal.aborted) return;
      if (!isOfTheRoad(failureOf(error))) throw error;
    }
  }
}

type Show = (outcome: Outcome) => void;

/** The whole text again, where a person looks on in place of what stood there. */
function textShower(operation: AnyOperation, print: PrintOptions): Show {
  let isFirst = true;
  return (outcome) => {
    if (print.streams.width !== undefined) print.streams.wipe();
    else if (!isFirst) print.streams.out('');
    isFirst = false;
    printOutcome(operation, outcome, print);
  };
}

/** A line for each item that was there, came, changed or left. */
function changeShower(operation: AnyOperation, { streams, format }: PrintOptions): Show {
  const fields = format.kind === 'ndjson' ? format.fields : [];
  let before: ReadonlyMap<string, string> | undefined;
  return (outcome) => {
    const whole = itemsOf(operation, outcome, []);
    const picked = itemsOf(operation, outcome, fields);
    const now = new Map(whole.map((item, at) => [keyOf(item), safeJson(picked[at])]));
    for (const [key, item] of now) {
      const old = before?.get(key);
      if (old === item) continue;
      const change = before === undefined ? 'present' : old === undefined ? 'added' : 'changed';
      streams.out(`{"change":"${change}","item":${item}}`);
    }
    for (const [key, item] of before ?? []) {
      if (!now.has(key)) streams.out(`{"change":"removed","item":${item}}`);
    }
    before = now;
  };
}

/** What stays the same of an item while it changes; a value that is no item has none. */
function keyOf(item: unknown): string {
  const { no, id } = item as { no?: string; id?: string };
  return no ?? id ?? '';
}

/** Once when the stream of events stands, then after each bunch of events; again after each time the platform was lost. */
async function* changes(context: OperationContext): AsyncGenerator<void> {
  const { signal } = context;
  let isDirty = false;
  let wake = () => {};
  const mark = () => {
    isDirty = true;
    wake();
  };
  const following = follow();
  let isFirst = true;
  while (!signal.aborted) {
    if (!isDirty) await Promise.race([new Promise<void>((resolve) => (wake = resolve)), following]);
    if (signal.aborted) return;
    if (!isFirst) await pause(GATHER_MS);
    isFirst = false;
    isDirty = false;
    yield;
  }

  async function follow(): Promise<void> {
    for await (const _ of followEvents(context, undefined, { onOpen: mark, startsAnew: true })) mark();
  }
}
