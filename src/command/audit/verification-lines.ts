import type { AuditFound } from '@district/contract/types.ts';
import { auditActionText, findingText } from '../../i18n/audit-words.ts';
import { timeText } from '../../i18n/time.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Verified } from './verify-chains.ts';

/** A line for each chain, a line for each finding, and the verdict last. */
export function verificationLines(
  { whole, complete, verified, chains, findings }: Verified,
  language: Language,
): string[] {
  const zh = language === 'zh';
  const chainLines = chains.map(({ chain, verified: entries, anchor, unsealed }) =>
    [
      zh ? `${chain}  ${entries} 条` : `${chain}  ${entries} entries`,
      anchor &&
        (zh
          ? `自第 ${anchor.seq + 1} 条起,此前的已于 ${timeText(anchor.at)} 到期清理`
          : `from no. ${anchor.seq + 1} on; what was before was deleted at the end of its time on ${timeText(anchor.at)}`),
      unsealed > 0 && (zh ? `另有 ${unsealed} 条待封` : `${unsealed} not sealed yet`),
    ]
      .filter(Boolean)
      .join('  '),
  );
  return [...chainLines, ...findings.map((finding) => findingLine(finding, language)), verdict()];

  function verdict(): string {
    if (whole) return zh ? `审计完整,共 ${verified} 条。` : `The audit is whole: ${verified} entries.`;
    const found = zh ? `发现 ${findings.length} 处` : `${findings.length} found`;
    const open = zh ? ',尚未核验完' : ', and not all has been gone through';
    return `${zh ? '审计不完整:' : 'The audit is not whole: '}${found}${complete ? '' : open}${zh ? '。' : '.'}`;
  }
}

/** `320302 no. 12-14: removed`, with the entry where there is one. */
function findingLine({ kind, chain, from, to, entry }: AuditFound, language: Language): string {
  const numbers = from === to || to === null ? from : `${from}-${to}`;
  const where =
    from === null ? chain : language === 'zh' ? `${chain} 第 ${numbers} 条` : `${chain} no. ${numbers}`;
  return [`! ${where}: ${findingText(kind, language)}`, entry && entryText(entry, language)]
    .filter(Boolean)
    .join('  ');
}

function entryText(entry: NonNullable<AuditFound['entry']>, language: Language): string {
  const { id, at, action, object } = entry;
  if (action === null) return id;
  return [timeText(at), auditActionText(action, language), object, id].join(' ');
}
