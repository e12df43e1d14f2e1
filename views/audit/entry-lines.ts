import type { AuditEntry } from '@district/contract/types.ts';
import { outcomeText } from '../../src/command/audit/entry-columns.ts';
import { auditActionText } from '../../src/i18n/audit-words.ts';
import { auditMessages } from '../../src/i18n/messages/console-audit.ts';
import { exactTimeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { roleText } from '../../src/i18n/words.ts';
import { fit, wrapLines } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';

const FACT_COLUMNS = 14;
/** From here on before and after stand side by side; in less each would be cut. */
const SIDE_BY_SIDE_COLUMNS_MIN = 60;

/** One entry whole: what was done, by whom, from where, then what was before beside what was after. */
export function entryLines(entry: AuditEntry, columns: number, language: Language): Span[][] {
  const word = (key: keyof typeof auditMessages.zh, values?: Record<string, string | number>) =>
    translate(auditMessages, language, key, values);
  const { operator, seq, chain } = entry;
  const set = (text: string) => wrapLines(text, columns).map((line) => plainLine(line));
  const post = operator && [roleText(operator.role, language), operator.region].filter(Boolean).join(' ');
  return [
    ...wrapLines(`${auditActionText(entry.action, language)}  ${entry.object}`, columns).map((line) =>
      plainLine(line, 'strong'),
    ),
    ...set(`${exactTimeText(entry.at)}  ${outcomeText(entry, language)}`),
    ...set(
      `${word('who')}: ${operator ? `${operator.name} (${operator.id})  ${word('post')}: ${post}` : word('nobody')}`,
    ),
    ...set(`${word('from')}: ${entry.address ?? '-'}  ${word('bearer')}: ${entry.bearer ?? '-'}`),
    ...set(`${word('requestId')}: ${entry.requestId}`),
    ...set(seq === null ? word('chainOpen', { chain }) : word('chain', { chain, seq })),
    plainLine('-'.repeat(columns), 'dim'),
    ...factLines(entry, columns, { language, word }),
  ];
}

function factLines(
  { before, after }: AuditEntry,
  columns: number,
  { word }: { language: Language; word: (key: keyof typeof auditMessages.zh) => string },
): Span[][] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return [plainLine(word('noFacts'), 'dim')];
  const facts = names.map((name) => {
    const [was, is] = [valueText(before, name), valueText(after, name)];
    return { name, was, is, hasChanged: before !== null && was !== is };
  });
  if (columns < SIDE_BY_SIDE_COLUMNS_MIN) {
    return facts.flatMap(({ name, was, is, hasChanged }) =>
      wrapLines(hasChanged ? `* ${name}: ${was} -> ${is}` : `  ${name}: ${is}`, columns).map((line) =>
        plainLine(line),
      ),
    );
  }
  const half = Math.floor((columns - FACT_COLUMNS - 4) / 2);
  const row = (mark: string, name: string, was: string, is: string) =>
    `${mark} ${fit(name, FACT_COLUMNS)} ${fit(was, half)} ${fit(is, half)}`;
  return [
    plainLine(row(' ', word('fact'), word('before'), word('after')), 'dim'),
    ...facts.flatMap(({ name, was, is, hasChanged }) => {
      const [left, right] = [wrapLines(was, half), wrapLines(is, half)];
      return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
        plainLine(
          row(at === 0 && hasChanged ? '*' : ' ', at === 0 ? name : '', left[at] ?? '', right[at] ?? ''),
          hasChanged ? 'strong' : 'plain',
        ),
      );
    }),
  ];
}

function valueText(facts: AuditEntry['before'], name: string): string {
  const value = facts?.[name];
  if (value === undefined || value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
