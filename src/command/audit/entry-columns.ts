import type { AuditEntry } from '@district/contract/types.ts';
import { auditActionText, auditOutcomeText, refusalText } from '../../i18n/audit-words.ts';
import { exactTimeText } from '../../i18n/time.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Column } from '../operation.ts';

export const ENTRY_COLUMNS: readonly Column<AuditEntry>[] = [
  {
    header: { zh: '序号', en: 'SEQ' },
    cell: ({ seq }) => (seq === null ? '-' : String(seq)),
    align: 'right',
    priority: 3,
    whole: true,
  },
  { header: { zh: '时间', en: 'AT' }, cell: ({ at }) => exactTimeText(at), whole: true },
  { header: { zh: '何人', en: 'WHO' }, cell: ({ operator }) => operator?.name ?? '-' },
  { header: { zh: '操作', en: 'ACTION' }, cell: ({ action }, language) => auditActionText(action, language) },
  { header: { zh: '对象', en: 'OBJECT' }, cell: ({ object }) => object, priority: 1 },
  { header: { zh: '结果', en: 'OUTCOME' }, cell: outcomeText },
  { header: { zh: '来自', en: 'FROM' }, cell: ({ address }) => address ?? '-', priority: 2 },
];

/** `refused: not within rights x3`. */
export function outcomeText({ outcome, code, count }: AuditEntry, language: Language): string {
  const word = auditOutcomeText(outcome, language);
  const why = code === null ? '' : `: ${refusalText(code, language)}`;
  return `${word}${why}${count > 1 ? ` x${count}` : ''}`;
}
