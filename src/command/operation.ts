import type { ChangeOptions, Client } from '../client/client.ts';
import type { Language } from '../i18n/translate.ts';
import type { EffectiveSetting, SettingKey } from '../session/effective-settings.ts';

/** A text in both languages, where the definition itself is the best place to read it. */
export interface Bilingual {
  zh: string;
  en: string;
}

export interface ArgumentDefinition {
  name: string;
  summary: Bilingual;
  required: boolean;
  variadic: boolean;
  choices?: readonly string[];
  completes?: Completable;
}

/** What a value is one of, where that is known only at the moment: for completion. */
export type Completable = 'context' | 'filter' | 'request' | 'unit' | 'view';

export interface OptionDefinition {
  /** Long name without dashes, `dry-run`; the input carries it in camel case. */
  name: string;
  /** What the value is called in help (`TEXT`, `N`, `UNIT`); left out for a switch. */
  value?: string;
  summary: Bilingual;
  required?: boolean;
  repeatable?: boolean;
  choices?: readonly string[];
  completes?: Completable;
}

/** How a batch reads and writes its items: the shell, the console and `district batches resume` do it alike. */
export interface BatchItems<T> {
  /** The ids that were given, as the platform knows them, each once. Throws a usage failure for one that cannot be. */
  ids(input: Input): readonly string[];
  /** Reads the rest of the input, once; what it returns writes one item. */
  writer(input: Input): (client: Client, id: string, options: ChangeOptions) => Promise<T>;
  /** The version a written item has come to, where it has one. */
  versionOf(value: T): number | null;
  /** What a filter selects, with the versions it was seen in. */
  matching?(
    client: Client,
    filter: string,
    signal: AbortSignal,
  ): Promise<readonly { id: string; version: number }[]>;
  /** How an item stands now, and who did to it what the batch does; null where the last thing done to it was another. */
  look?(client: Client, id: string): Promise<{ version: number; doneBy: string | null }>;
}

/** `read` changes nothing, `write` changes something at the platform, `severe` cannot be taken back, `local` stays on this machine. */
type Effect = 'read' | 'write' | 'severe' | 'local';

type ScreenName =
  | 'workbench'
  | 'requests'
  | 'request'
  | 'triage'
  | 'approvals'
  | 'notices'
  | 'operators'
  | 'audit';

/** What happened to one item. A read yields one outcome with its value; a batch yields one per item. */
export type Outcome<T = unknown> =
  | { status: 'done'; id?: string; value: T }
  | { status: 'failed'; id?: string; error: Failure };

/** An expected failure: a sentence that says what was wrong, a hint that says what to do, and the exit code. */
export interface Failure {
  kind: string;
  message: Bilingual;
  hint?: Bilingual;
  exit: number;
  /** The problem document, where the platform sent one. */
  problem?: unknown;
}

/** An expected failure on its way to the person: thrown where it is noticed, shown where the operation was started. */
export class ExpectedFailure extends Error {
  override readonly name: string = 'ExpectedFailure';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message.en, options);
    this.failure = failure;
  }
}

export interface OperationContext {
  client(): Promise<Client>;
  /** Another operation by its id, or undefined where there is none. */
  operation(id: string): Promise<AnyOperation | undefined>;
  language: Language;
  signal: AbortSignal;
  /** What holds right now: the flag, the environment, the settings or the default. */
  setting(key: SettingKey): EffectiveSetting;
  /** Talk to the person: stderr in a one-shot command, the status line in the console. */
  say(text: string): void;
  /** How far long work is, to somebody who waits for it at a terminal; nobody else hears of it. */
  count(text: string): void;
  /** How many outcomes there will be, where more than what was named decides it. */
  expect(total: number): void;
}

export type Input = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type Column<T> = {
  header: Bilingual;
  cell: (row: T, language: Language) => string;
  align?: 'right';
  /** Columns of the highest number go first in a narrow window; those without stay. */
  priority?: number;
  /** Whole or not at all: what one types or compares, such as a number or a date. */
  whole?: true;
  /** Says what other columns say, to be looked at: left out where nobody looks on. */
  isPlot?: true;
};

/** How an outcome's value reads without `--json`: rows of a table, or lines of text. */
type Print<T> =
  | { columns: readonly Column<never>[]; rows: (value: T) => readonly unknown[] }
  | { lines: (value: T, language: Language) => readonly string[] };

/** One thing a person or a script can do: defined once, run from the shell and from the console. */
export interface Operation<T = unknown> {
  /** noun.verb */
  id: string;
  summary: Bilingual;
  effect: Effect;
  /** Takes several items and yields one outcome for each, in the order given. */
  batch?: true;
  /** How one of them is written; then several are written through a journal, and can be resumed. */
  items?: BatchItems<T>;
  /** Needs a shell round it: what it asks and leaves behind has no place in the console. */
  shellOnly?: true;
  /** Follows something: with `--json` each outcome is a line of its own as soon as it is there. */
  follows?: true;
  arguments?: readonly ArgumentDefinition[];
  options?: readonly OptionDefinition[];
  /** The key that runs it, by screen. */
  keys?: Partial<Record<ScreenName, string>>;
  examples?: readonly string[];
  /** Whether this very input changes nothing, though the operation could. */
  onlyReads?(input: Input): boolean;
  /** Whether it prints what is masked elsewhere: then it runs where nothing keeps what was printed. */
  discloses?(input: Input): boolean;
  /** Whether what came out calls for somebody: with `--check` the exit code is then 10. */
  finds?(value: T): boolean;
  /** It is run for the sake of what it finds: the exit code is then 10 without `--check`. */
  isCheck?: true;
  run(input: Input, context: OperationContext): AsyncIterable<Outcome<T>>;
  print: Print<T>;
}

/** An operation whatever it yields: its own `print` takes what its own `run` gives. */
export type AnyOperation = Operation<any>;
