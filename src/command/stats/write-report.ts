import { FIGURES, FORMULAS } from '@district/contract/figures.ts';
import type { Stats } from '@district/contract/types.ts';
import { STATS_BY, type StatsBy } from '@district/contract/vocabulary.ts';
import type { Client } from '../../client/client.ts';
import { statsByText } from '../../i18n/stats-text.ts';
import { timeText } from '../../i18n/time.ts';
import type { Language } from '../../i18n/translate.ts';
import { type Sheet, writeWorkbook } from '../../output/workbook.ts';
import type { Bilingual, OperationContext } from '../operation.ts';
import { usageFailure } from '../usage-failure.ts';
import { FIGURE_COLUMNS, nameText } from './figure-columns.ts';
import { figureLines } from './figure-lines.ts';
import type { Period } from './period.ts';

const NAME_WIDTH = 30;
const FIGURE_WIDTH = 12;
const FORMULA_WIDTH = 60;

interface Asked {
  client: Client;
  /** What has been asked already: one of the groupings. */
  first: Stats;
  query: Partial<Period> & { q?: string };
}

/** Writes the report of a period: a sheet for each grouping, and one that says what the figures are and how they are reckoned. */
export async function writeReport(
  file: string,
  { client, first, query }: Asked,
  { language, signal, say }: OperationContext,
): Promise<void> {
  const sheets: Sheet[] = [];
  for (const by of STATS_BY) {
    const stats = by === first.by ? first : await client.stats({ by, ...query }, signal);
    sheets.push(sheetOf(stats, by, language));
  }
  sheets.push(formulaSheet(first, query.q ?? '', language));
  await writeWorkbook(file, sheets).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    throw usageFailure(
      {
        en: `--xlsx ${JSON.stringify(file)} cannot be written: ${error.code}.`,
        zh: `--xlsx ${JSON.stringify(file)} 写不进去:${error.code}。`,
      },
      { en: 'Name a file in a folder that is there and yours.', zh: '请写一个已有且可写的目录里的文件。' },
    );
  });
  say(
    language === 'zh'
      ? `已写入 ${file},共 ${sheets.length} 张表。`
      : `${file} written, ${sheets.length} sheets.`,
  );
}

const SHEET_NAME: Bilingual = { zh: '按{by}', en: 'by {by}' };

function sheetOf(stats: Stats, by: StatsBy, language: Language): Sheet {
  const word = statsByText(by, language);
  return {
    name: SHEET_NAME[language].replace('{by}', word),
    columns: FIGURE_COLUMNS.map(({ header, look }, at) => ({
      header: at === 0 ? word : header[language],
      look,
      width: at === 0 ? NAME_WIDTH : FIGURE_WIDTH,
    })),
    rows: figureLines(stats).map((line) =>
      FIGURE_COLUMNS.map(({ look, value, cell }) =>
        // What is withheld is said in words where its number would stand.
        look === 'text' ? nameText(line, language) : (value(line) ?? wordsOnly(cell(line, language))),
      ),
    ),
  };
}

/** A dash stands for nothing, which is what an empty cell is. */
function wordsOnly(cell: string): string | null {
  return cell === '-' ? null : cell;
}

const FORMULA_HEADERS: readonly Bilingual[] = [
  { zh: '指标', en: 'figure' },
  { zh: '计什么(分子)', en: 'what is counted (numerator)' },
  { zh: '分母', en: 'of what (denominator)' },
  { zh: '不计', en: 'left out' },
];
const FACTS = {
  period: { zh: '期间(北京时间,含首末日)', en: 'period (Beijing time, both days included)' },
  asOf: { zh: '统计时间', en: 'as of' },
  filter: { zh: '筛选', en: 'filter' },
} as const satisfies Record<string, Bilingual>;

function formulaSheet({ from, to, asOf }: Stats, q: string, language: Language): Sheet {
  const facts = [
    [FACTS.period, `${from} - ${to}`],
    [FACTS.asOf, timeText(asOf)],
    [FACTS.filter, q === '' ? null : q],
  ] as const;
  return {
    name: language === 'zh' ? '口径' : 'formulas',
    columns: FORMULA_HEADERS.map((header, at) => ({
      header: header[language],
      look: 'text',
      width: at === 0 ? NAME_WIDTH : FORMULA_WIDTH,
    })),
    rows: [
      ...FIGURES.map((figure) => {
        const { name, counts, of, leavesOut } = FORMULAS[figure];
        return [name[language], counts[language], of?.[language] ?? null, leavesOut[language]];
      }),
      ...facts.map(([name, value]) => [name[language], value, null, null]),
    ],
  };
}
