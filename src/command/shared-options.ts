import { isOn, text } from './input.ts';
import type { Input, OptionDefinition } from './operation.ts';

export const DRY_RUN_OPTION: OptionDefinition = {
  name: 'dry-run',
  summary: { zh: '只试算,不改动', en: 'say what would happen, change nothing' },
};
const idempotencyKey: OptionDefinition = {
  name: 'idempotency-key',
  value: 'KEY',
  summary: { zh: '重做时给出同一个键,平台只办一次', en: 'the same key again makes a repeat safe' },
};

/** Option of each read that is worth looking at all day. */
export const WATCH_OPTION: OptionDefinition = {
  name: 'watch',
  summary: {
    zh: '有变化就重新列出,Ctrl-C 结束;加 --ndjson 逐条输出变化',
    en: 'again whenever something changes, until Ctrl-C; with --ndjson one change a line',
  },
};

/** Options of each write. */
export const WRITE_OPTIONS: readonly OptionDefinition[] = [DRY_RUN_OPTION, idempotencyKey];

/** Options of each write that takes several items. */
export const BATCH_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'stdin',
    summary: {
      zh: '从标准输入读编号,# 起为注释',
      en: 'read the ids from standard input, # begins a comment',
    },
  },
  ...WRITE_OPTIONS,
];

/** Options of a batch whose items a filter can select. */
export const FILTER_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'q',
    value: 'FILTER',
    completes: 'filter',
    summary: {
      zh: '办理筛选出的各件,开始前即定下是哪些',
      en: 'act on what a filter selects, settled before the first is acted on',
    },
  },
  {
    name: 'confirm',
    value: 'N',
    summary: {
      zh: '确认 --q 选出的件数;不能收回的操作必须给出',
      en: 'how many --q selects; required where it cannot be taken back',
    },
  },
];

/** How one thing is written; each item of a batch has a key of its own, which the journal derives from the one given. */
export function writeOptions(input: Input, id?: string): { dryRun?: boolean; idempotencyKey?: string } {
  const key = text(input, 'idempotencyKey');
  if (isOn(input, 'dryRun')) return { dryRun: true };
  return key === undefined ? {} : { idempotencyKey: id === undefined ? key : `${key}:${id}` };
}
