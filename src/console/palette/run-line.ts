import { failureOf } from '../../command/catch-failure.ts';
import { type CommandLine, readCommandLine } from '../../command/command-line.ts';
import { findCommand } from '../../command/find-command.ts';
import { type Invocation, operationHelp, parseInvocation } from '../../command/leaf.ts';
import type { AnyOperation } from '../../command/operation.ts';
import { runOperation } from '../../command/run-operation.ts';
import { lineWords, splitLine } from '../../command/split-line.ts';
import { usageFailure } from '../../command/usage-failure.ts';
import { paletteMessages } from '../../i18n/messages/console-palette.ts';
import { translate } from '../../i18n/translate.ts';
import { effectiveSetting, type Sources } from '../../session/effective-settings.ts';
import { placeInUse } from '../../session/place-in-use.ts';
import { openSession } from '../../session/session.ts';
import { applySetting } from '../apply-setting.ts';
import type { Desk } from '../desk.ts';
import { openViewNamed, openViews } from '../open-view.ts';
import { refreshDuty, refreshWork } from '../queries.ts';
import { jump } from './jump.ts';
import { printedSink } from './printed.ts';
import type { PrintedLine } from './state.ts';

/** What came of a line: nothing more to show, lines to show, or why it was not done. */
export type LineResult =
  | { kind: 'gone' }
  | { kind: 'said'; text: string }
  | { kind: 'printed'; lines: readonly PrintedLine[] }
  | { kind: 'failed'; lines: readonly string[] };

/** Runs the very line one would type in the shell, read by the same code. Never throws for what was typed. */
export async function runLine(desk: Desk, text: string, signal: AbortSignal): Promise<LineResult> {
  const { language } = desk.store.getState();
  const said: string[] = [];
  try {
    return await dispatchLine(desk, text, signal, (line) => void said.push(line));
  } catch (error) {
    const { message, hint } = failureOf(error);
    return { kind: 'failed', lines: [...said, message[language], ...(hint ? [hint[language]] : [])] };
  }
}

async function dispatchLine(
  desk: Desk,
  text: string,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<LineResult> {
  const { quote } = splitLine(text);
  if (quote !== '') throw refusal('unclosed', { quote });
  const typed = lineWords(text);
  const words = typed[0] === 'district' ? typed.slice(1) : typed;
  const [first, name] = words;
  if (first === undefined) return { kind: 'gone' };
  if (first === 'view') {
    if (name === undefined) openViews(desk);
    else openViewNamed(desk, name);
    return { kind: 'gone' };
  }
  const line = readCommandLine(words);
  const { language } = desk.store.getState();
  const noun = line.words[0] ?? first;
  const entry = findCommand(noun, line);
  if (!entry) {
    const { nounHelp } = await import('../../command/help.ts');
    return printed(nounHelp(noun, language));
  }
  const operation = await entry.load();
  if (line.help) return printed(await operationHelp(operation, language));
  const invocation = parseInvocation(operation, line.rest, language);
  if (operation.shellOnly) throw refusal('shellOnly', { line: text });
  refuseWhatNeedsAShell(invocation);
  if (line.context === undefined && jump(desk, entry.id, invocation, say)) return { kind: 'gone' };
  if (operation.discloses?.(invocation.input)) throw refusal('discloses');
  return run(desk, operation, invocation, line, signal);
}

async function run(
  desk: Desk,
  operation: AnyOperation,
  invocation: Invocation,
  { context }: CommandLine,
  signal: AbortSignal,
): Promise<LineResult> {
  const { language, window } = desk.store.getState();
  const { sink, lines } = printedSink(window.columns, desk.isReadAloud);
  const sources: Sources = {
    flags: context === undefined ? {} : { currentContext: context },
    environment: process.env,
    settings: desk.readSettings(),
  };
  const code = await runOperation(operation, invocation, {
    language,
    streams: sink,
    signal,
    client: async () => (context === undefined ? desk.client : openSession({ context, language, signal })),
    sources,
    place:
      context === undefined
        ? desk.place
        : placeInUse(effectiveSetting('currentContext', sources), sources.settings),
  });
  const { key, value } = invocation.input;
  if (operation.id === 'config.set' && code === 0) applySetting(desk, key, value);
  const isWrite = operation.effect === 'write' || operation.effect === 'severe';
  if (isWrite) {
    void refreshWork(desk.queries);
    void refreshDuty(desk.queries);
  }
  const data = lines.filter(({ isTalk }) => !isTalk);
  if (code !== 0 && data.length === 0) return { kind: 'failed', lines: lines.map((line) => line.text) };
  const [only, ...more] = lines;
  if (!isWrite || more.length > 0) return { kind: 'printed', lines };
  return { kind: 'said', text: only?.text ?? translate(paletteMessages, language, 'done') };
}

/** Nothing is typed into a command here, and one that never ends would keep the line for itself. */
function refuseWhatNeedsAShell({ input }: Invocation): void {
  const reads = Object.entries(input).some(([name, value]) => /stdin$/i.test(name) && value === true);
  if (reads || Object.values(input).includes('-')) throw refusal('noStandardInput');
  if (input['watch'] === true) throw refusal('noWatch');
}

function refusal(key: keyof typeof paletteMessages.zh, values: Record<string, string> = {}) {
  return usageFailure({
    en: translate(paletteMessages, 'en', key, values),
    zh: translate(paletteMessages, 'zh', key, values),
  });
}

function printed(text: string): LineResult {
  return { kind: 'printed', lines: text.split('\n').map((line) => ({ text: line, isTalk: false })) };
}
