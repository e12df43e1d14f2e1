/** Makes docs/commands.md from the operations in commands/ and the bindings of the console; a test compares the two. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../src/command/catalogue.gen.ts';
import { NOUNS } from '../src/command/catalogue.ts';
import { confirmOption, globalOptions } from '../src/command/help.ts';
import type { AnyOperation, Bilingual } from '../src/command/operation.ts';
import { type Binding, namedKeys } from '../src/console/keys/binding.ts';
import { bindingsOf, PLACES, type Place } from '../src/console/keys/bindings.ts';

const target = new URL('../docs/commands.md', import.meta.url);

const PLACE_NAMES: Readonly<Record<Place, Bilingual>> = {
  workbench: { zh: '工作台', en: 'Workbench' },
  requests: { zh: '办件', en: 'Requests' },
  notices: { zh: '通知', en: 'Notices' },
  notice: { zh: '一条通知', en: 'An open notice' },
  entry: { zh: '录入', en: 'Data entry' },
  triage: { zh: '分诊', en: 'triage' },
  audit: { zh: '审计', en: 'The audit' },
  facets: { zh: '办件的分类计数', en: 'Counts beside the requests' },
  audited: { zh: '打开的审计记录', en: 'An open entry of the audit' },
  stats: { zh: '统计', en: 'Figures' },
  approvals: { zh: '审批', en: 'Approvals' },
  request: { zh: '一件办件', en: 'An open request' },
  operators: { zh: '账号', en: 'Accounts' },
  operator: { zh: '一个账号', en: 'An open account' },
  decision: { zh: '从审批打开的办件', en: 'A request opened from the approvals' },
};

/** The reference as the definitions of this moment make it. */
export async function renderReference(): Promise<string> {
  const operations = await Promise.all(CATALOGUE.map(({ load }) => load()));
  const nouns = Object.entries(NOUNS).flatMap(([noun, summary]) => [
    `## ${noun}`,
    '',
    both(summary),
    '',
    ...operations.filter(({ id }) => id.split('.')[0] === noun).flatMap(operationLines),
  ]);
  return [
    '# Commands and keys',
    '',
    'Made by `node scripts/catalogue.ts` from the definitions in `commands/`. Every command can be typed in the shell after `district`, and in the',
    'console after `:`.',
    '',
    '## Every command takes',
    '',
    ...table(
      ['option', '', ''],
      globalOptions('en').map((option, at) => [
        code(option.flags),
        option.description,
        globalOptions('zh')[at]?.description ?? '',
      ]),
    ),
    '',
    `Every command that changes something at a platform takes ${code(confirmOption('en').flags)} as well: ${confirmOption('en').description}.`,
    `${confirmOption('zh').description}。`,
    '',
    ...nouns,
    '## Keys of the console',
    '',
    'Any of them can be others: `district config set keys "filter=F3,/ mark=x requests.remind=Ctrl-R"` gives what has the name these keys',
    'instead (`open=` none), `district config set keys ""` takes all changes back. A key that would mean two things in one place is refused',
    'when the console is opened, with both names. Keys are written as here: `F5`, `Ctrl-R`, `Alt-x`, `PgDn`, `Space`, `Comma`.',
    '',
    'Where text is typed: arrows, Home, End; `Ctrl-Left` `Alt-b` and `Ctrl-Right` `Alt-f` by words; `Ctrl-W` `Ctrl-U` `Ctrl-K` `Alt-d` cut,',
    '`Ctrl-Y` puts it in again; `Ctrl-/` undoes, `Alt-/` does it again; `Ctrl-J` begins a new line; `Ctrl-T` puts in one kept text after the other; `Ctrl-X` opens `$VISUAL` or `$EDITOR`;',
    'Up and Down bring earlier filters and commands back. `Esc` over a line that is typed leaves it, the text is kept.',
    '',
    'The mouse is the terminal’s own, so that text is selected and copied as ever, and most terminals turn the wheel into arrows. With',
    '`--mouse`, `district config set mouse on` or `M` the console reads the wheel, and Shift selects.',
    '',
    ...PLACES.flatMap(placeLines),
  ].join('\n');
}

function operationLines(operation: AnyOperation): string[] {
  const { id, summary, options = [], examples = [], keys = {} } = operation;
  const places = (operation.arguments ?? []).map(({ name, required, variadic }) => {
    const place = `${name.toUpperCase()}${variadic ? '...' : ''}`;
    return required ? place : `[${place}]`;
  });
  const byKey = Object.entries(keys).map(([screen, key]) => `${code(key)} (${screen})`);
  const rows = options.map(({ name, value, required, choices, summary: about }) => [
    code(value === undefined ? `--${name}` : `--${name} ${value}`),
    [about.en, required && 'required', choices && `one of ${choices.map(code).join(' ')}`]
      .filter(Boolean)
      .join('; '),
    about.zh,
  ]);
  return [
    `### ${id.replace('.', ' ')}`,
    '',
    both(summary),
    '',
    '```',
    ['district', ...id.split('.'), ...places, ...(rows.length > 0 ? ['[options]'] : [])].join(' '),
    ...(examples.length > 0 ? ['', ...examples] : []),
    '```',
    '',
    ...(rows.length > 0 ? [...table(['option', '', ''], rows), ''] : []),
    ...(byKey.length > 0 ? [`Key: ${byKey.join(', ')}`, ''] : []),
  ];
}

function placeLines(place: Place): string[] {
  const rows = bindingsOf(place).flat().map(bindingRow);
  return [
    `### ${PLACE_NAMES[place].en} (${PLACE_NAMES[place].zh})`,
    '',
    ...table(['key', 'name', '', ''], rows),
    '',
  ];
}

function bindingRow(binding: Binding): string[] {
  const names = namedKeys(binding).map(([name]) => code(name));
  return [code(binding.label), names.join(' '), binding.summary.en, binding.summary.zh];
}

function both({ en, zh }: Bilingual): string {
  return `${en.charAt(0).toUpperCase()}${en.slice(1)}. ${zh}。`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)];
}

export async function writeReference(): Promise<void> {
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(fileURLToPath(target), await renderReference());
}
