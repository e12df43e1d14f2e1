import { usageFailure } from '../command/usage-failure.ts';
import { localeCharset } from '../output/charset.ts';
import { effectiveSetting, type Sources } from '../session/effective-settings.ts';
import { askTerminal } from '../terminal/ask-terminal.ts';
import { colourDepth } from '../terminal/colours.ts';
import { setWidthModel } from '../terminal/width-model.ts';
import type { ConsoleState } from './state.ts';

/** How this terminal wants to be painted on. */
export interface Manners {
  look: ConsoleState['look'];
  colours: boolean;
  /** Whether it is read aloud. */
  isReadAloud: boolean;
  /** Whether it is known to give marks of ambiguous width one cell each, and is looked at. */
  fineMarks: boolean;
}

/** Asks the terminal what it is; a setting goes before its answer. Throws a usage failure where it would show Chinese as gibberish. */
export async function meetTerminal(
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>,
  sources: Sources,
): Promise<Manners> {
  const wish = (key: 'theme' | 'ambiguousWidth' | 'color' | 'screenReader') =>
    String(effectiveSetting(key, sources).value);
  const isReadAloud = wish('screenReader') === 'yes';
  // A question would be read aloud, and its answer changes nothing there.
  const traits = isReadAloud ? {} : await askTerminal(stdin, stdout);
  const charset = localeCharset(sources.environment);
  const isUtf8 = traits.utf8 ?? charset !== 'gb18030';
  if (!isUtf8) throw notUtf8();
  const wished = { '1': 1, '2': 2 }[wish('ambiguousWidth')] as 1 | 2 | undefined;
  const ambiguous = wished ?? traits.ambiguous;
  setWidthModel({ ...traits, ...(ambiguous && { ambiguous }) });
  const theme = wish('theme');
  const background = theme === 'dark' || theme === 'light' ? theme : (traits.background ?? 'dark');
  return {
    look: { background, depth: colourDepth(sources.environment) },
    colours: wish('color') !== 'never',
    isReadAloud,
    // Under the C locale nobody promised that the terminal has more than letters.
    fineMarks: ambiguous === 1 && charset === 'utf-8' && !isReadAloud,
  };
}

function notUtf8() {
  return usageFailure(
    {
      en: 'The console needs a terminal that shows UTF-8, and this one does not.',
      zh: '控制台需要 UTF-8 终端,这个终端不是。',
    },
    {
      en: 'Set the terminal to UTF-8 and start again with LC_ALL=C.UTF-8, or use the commands: district --help.',
      zh: '请把终端编码改为 UTF-8,再用 LC_ALL=C.UTF-8 打开;也可以直接用命令,见 district --help。',
    },
  );
}
