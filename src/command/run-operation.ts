import type { Client } from '../client/client.ts';
import { commandMessages } from '../i18n/messages/command.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { type PrintOptions, printDocument, printFailure, printOutcome } from '../output/outcome-printer.ts';
import { fieldNames } from '../output/pick-fields.ts';
import { progressBar } from '../output/plot.ts';
import { safeText } from '../output/safe-text.ts';
import type { Sink } from '../output/streams.ts';
import { effectiveSetting, type Sources } from '../session/effective-settings.ts';
import type { Place } from '../session/place-in-use.ts';
import { CATALOGUE } from './catalogue.gen.ts';
import { failureOf } from './catch-failure.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { requireConfirmed } from './guard.ts';
import { isOn, texts } from './input.ts';
import type { Invocation } from './leaf.ts';
import type { AnyOperation, ArgumentDefinition, Input, OperationContext, Outcome } from './operation.ts';
import { splitIds } from './split-ids.ts';
import { readStandardInput } from './standard-input.ts';
import { unknownWord, usageFailure } from './usage-failure.ts';

export interface RunOptions {
  language: Language;
  streams: Sink;
  signal: AbortSignal;
  /** Opened only by operations that ask a platform. */
  client: () => Promise<Client>;
  sources: Sources;
  /** Where what is done would be done. */
  place: Place;
  /** Asks the person for a line; left out where nobody can answer. */
  ask?: (question: string) => Promise<string>;
}

/** Runs one operation as a command line asked for it: prints its outcomes and returns the exit code. */
export async function runOperation(
  operation: AnyOperation,
  invocation: Invocation,
  { language, streams, signal, client, sources, place, ask }: RunOptions,
): Promise<number> {
  const { format } = invocation;
  const print: PrintOptions = { streams, language, format };
  let expected = 0;
  const context: OperationContext = {
    client,
    operation: async (id) => CATALOGUE.find((entry) => entry.id === id)?.load(),
    language,
    signal,
    setting: (key) => effectiveSetting(key, sources),
    say: (text) => streams.talk(safeText(text)),
    count: (text) => streams.progress?.count(safeText(text)),
    expect: (total) => {
      expected = total;
    },
  };
  const outcomes: Outcome[] = [];
  try {
    await requireConfirmed(
      operation,
      invocation.input,
      place,
      invocation.confirmed,
      ask && ((question) => ask(question[language])),
    );
  } catch (error) {
    printFailure(failureOf(error), print);
    return failureOf(error).exit;
  }
  try {
    const input = await completeInput(operation, invocation.input, signal);
    if (operation.batch) expected = texts(input, variadicOf(operation)?.name ?? '').length;
    if (isOn(input, 'watch')) {
      const { watchOperation } = await import('./watch-operation.ts');
      await watchOperation(operation, input, context, print);
    } else
      for await (const outcome of operation.run(input, context)) {
        outcomes.push(outcome);
        // The failures an interruption causes are told in one line at the end.
        if (!signal.aborted || outcome.status === 'done') printOutcome(operation, outcome, print);
        countItem(outcomes.length, expected, { streams, language });
      }
    streams.progress?.wipe();
    refuseUnknownFields(operation, outcomes, format.kind === 'text' ? [] : format.fields);
    if (!signal.aborted) await printDocument(operation, outcomes, print);
    sayTotal(operation, outcomes, isOn(input, 'dryRun'), { language, streams, signal });
  } catch (error) {
    streams.progress?.wipe();
    const failure = failureOf(error);
    outcomes.push({ status: 'failed', error: failure });
    if (signal.aborted) sayTotal(operation, outcomes, false, { language, streams, signal });
    else {
      printFailure(failure, print);
      if (!operation.batch) return failure.exit;
    }
  }
  if (signal.aborted) return EXIT.interrupted;
  if (
    (operation.isCheck || isOn(invocation.input, 'check')) &&
    outcomes.some((one) => one.status === 'done' && operation.finds?.(one.value))
  )
    return EXIT.checkFound;
  const failures = outcomes.filter((outcome) => outcome.status === 'failed');
  return exitCodeOf(
    outcomes.length - failures.length,
    failures.map(({ error }) => error.exit),
  );
}

const PROGRESS_COLUMNS = 20;

/** Tells how many items of a batch have been tried. */
function countItem(
  tried: number,
  total: number,
  { streams: { progress }, language }: Pick<RunOptions, 'streams' | 'language'>,
): void {
  if (!progress || total === 0) return;
  const bar = progress.isWrittenOver ? `${progressBar(tried, total, PROGRESS_COLUMNS)} ` : '';
  progress.count(bar + translate(commandMessages, language, 'tried', { tried, total }));
}

function variadicOf(operation: AnyOperation): ArgumentDefinition | undefined {
  return operation.arguments?.find(({ variadic }) => variadic);
}

/** A misspelt field would be null in every row of a script's input. What a write has done is printed all the same. */
function refuseUnknownFields(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  fields: readonly string[],
): void {
  if (operation.effect !== 'read') return;
  for (const outcome of outcomes) {
    const known = outcome.status === 'done' ? fieldNames(outcome.value) : [];
    const unknown = fields.map((field) => field.split('.')[0] ?? '').find((field) => !known.includes(field));
    if (unknown !== undefined && known.length > 0)
      throw unknownWord({ en: 'field', zh: '字段' }, unknown, known);
  }
}

/** Adds the ids on standard input where they were asked for; a batch without any is a usage failure. */
async function completeInput(operation: AnyOperation, input: Input, signal: AbortSignal): Promise<Input> {
  const items = variadicOf(operation);
  if (items === undefined) return input;
  const { stdin, ...rest } = input;
  const ids = [
    ...texts(input, items.name),
    ...(stdin === true ? splitIds(await readStandardInput(signal)) : []),
  ];
  if (ids.length > 0 || input['q'] !== undefined || !items.required) return { ...rest, [items.name]: ids };
  const name = items.name.toUpperCase();
  throw usageFailure(
    { en: `Name at least one ${name}.`, zh: `请至少给出一个 ${name}。` },
    { en: 'Or give them on standard input with --stdin.', zh: '或用 --stdin 从标准输入给出。' },
  );
}

/** One line about all of it, where one line per item does not already say so. */
function sayTotal(
  operation: AnyOperation,
  outcomes: readonly Outcome[],
  dryRun: boolean,
  { language, streams, signal }: Pick<RunOptions, 'language' | 'streams' | 'signal'>,
): void {
  const say = (key: keyof typeof commandMessages.zh, values?: Record<string, string | number>) =>
    streams.talk(safeText(translate(commandMessages, language, key, values)));
  const done = outcomes.filter((outcome) => outcome.status === 'done').length;
  if (signal.aborted) {
    if (operation.effect === 'read') return say('interruptedRead');
    if (operation.effect === 'local') return say('interruptedLocal');
    if (!operation.batch) return say('interruptedWrite');
    const open = outcomes.flatMap((one) =>
      one.status === 'failed' && one.error.kind === 'interrupted' ? [one.id ?? ''] : [],
    );
    const ids = open.join(language === 'zh' ? '、' : ', ');
    const underWay = open.length > 0 ? translate(commandMessages, language, 'underWay', { ids }) : '';
    const left = outcomes.filter((one) => one.status === 'failed' && one.error.kind === 'not_tried').length;
    return say('interrupted', { done, open: underWay, left });
  }
  if (dryRun) say('dryRun');
  if (operation.batch && outcomes.length > 1) {
    say(done === outcomes.length ? 'allDone' : 'someDone', { done, failed: outcomes.length - done });
  }
}
