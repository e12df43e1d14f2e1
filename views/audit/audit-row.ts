import type { AuditEntry } from '@district/contract/types.ts';
import { outcomeText } from '../../src/command/audit/entry-columns.ts';
import { auditActionText } from '../../src/i18n/audit-words.ts';
import { auditMessages } from '../../src/i18n/messages/console-audit.ts';
import { exactTimeText } from '../../src/i18n/time.ts';
import { type Language, translate } from '../../src/i18n/translate.ts';
import { fit } from '../../src/terminal/width.ts';
import type { Span } from '../parts/line.tsx';

/** `11-25 09:02:31`: the year is in the detail. */
const AT_COLUMNS = 14;
const WHO_COLUMNS = 8;
const ACTION_COLUMNS = { zh: 14, en: 18 } as const;
/** A request's number, whole. */
const NUMBER_COLUMNS = 13;
/** Of what is left, for the object; the rest is the outcome. */
const OBJECT_SHARE = 0.5;

type Cells = readonly [at: string, who: string, action: string, object: string, outcome: string];

function joined([at, who, action, object, outcome]: Cells, columns: number, language: Language): string {
  const fixed = 2 + AT_COLUMNS + WHO_COLUMNS + ACTION_COLUMNS[language] + 4;
  const room = Math.max(0, columns - fixed);
  const objectColumns = Math.min(room, Math.max(NUMBER_COLUMNS, Math.floor(room * OBJECT_SHARE)));
  return [
    fit(at, AT_COLUMNS),
    fit(who, WHO_COLUMNS),
    fit(action, ACTION_COLUMNS[language]),
    fit(object, objectColumns),
    fit(outcome, room - objectColumns),
  ].join(' ');
}

export function entrySpans(
  entry: AuditEntry,
  { columns, language, atCursor }: { columns: number; language: Language; atCursor: boolean },
): Span[] {
  const cells = [
    exactTimeText(entry.at).slice(5),
    entry.operator?.name ?? '-',
    auditActionText(entry.action, language),
    entry.object,
    outcomeText(entry, language),
  ] as const;
  const tone = atCursor ? 'strong' : entry.outcome === 'refused' ? 'yellow' : 'plain';
  return [{ text: `${atCursor ? '>' : ' '} ${joined(cells, columns, language)}`, tone }];
}

export function entryHeading(columns: number, language: Language): Span[] {
  const word = (key: 'at' | 'who' | 'action' | 'object' | 'outcome') =>
    translate(auditMessages, language, key);
  const cells = [word('at'), word('who'), word('action'), word('object'), word('outcome')] as const;
  return [{ text: `  ${joined(cells, columns, language)}`, tone: 'dim' }];
}
