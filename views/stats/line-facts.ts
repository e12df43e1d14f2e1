import { nameText } from '../../src/command/stats/figure-columns.ts';
import { formulaLine } from '../../src/command/stats/formula-lines.ts';
import type { StatsMeasure } from '../../src/console/screen.ts';
import type { StatsLine } from '../../src/console/stats/figures.ts';
import { statsMessages } from '../../src/i18n/messages/console-stats.ts';
import { hoursText } from '../../src/i18n/stats-text.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { clip, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

/** What stands behind the figures of a line: of how many each share is taken, how many are left out, and the formula of the one looked at. */
export function lineFacts(
  line: StatsLine,
  { measure, columns, language }: { measure: StatsMeasure; columns: number; language: Language },
): Span[][] {
  const say = (key: keyof typeof statsMessages.zh, values: Record<string, string | number> = {}) =>
    translate(statsMessages, language, key, values);
  const { received, merged, backlog, hours, unreached } = line;
  const sums = say('sums', {
    ...{ name: nameText(line, language), received, merged, backlog },
    ...{ median: hoursText(hours.median), p90: hoursText(hours.p90), counted: hours.counted },
  });
  const parts = (of: (rate: StatsLine['response']) => string | number) => ({
    response: of(line.response),
    resolution: of(line.resolution),
    satisfaction: of(line.satisfaction),
    onTime: of(line.onTime),
    onTimeStatutory: of(line.onTimeStatutory),
  });
  const fraction = parts(({ numerator, denominator }) => `${numerator ?? say('withheld')}/${denominator}`);
  return [
    plainLine(clip(sums, columns), 'strong'),
    plainLine(clip(say('parts', fraction), columns)),
    plainLine(clip(say('leftOut', { ...parts(({ leftOut }) => leftOut), unreached }), columns)),
    ...wrapLines(formulaLine(measure, language), columns).map((text) => plainLine(text, 'dim')),
  ];
}
