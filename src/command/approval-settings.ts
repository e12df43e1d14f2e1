import type { ApprovalSetting } from '@district/contract/types.ts';
import { approvalKindText, deciderText, limitText } from '../i18n/words.ts';
import type { Column } from './operation.ts';

export const SETTING_COLUMNS: readonly Column<ApprovalSetting>[] = [
  { header: { zh: '类别', en: 'KIND' }, cell: ({ kind }, language) => approvalKindText(kind, language) },
  {
    header: { zh: '批复时限', en: 'WITHIN' },
    cell: ({ limit }, language) => limitText(limit.limit, limit.unit, language),
    whole: true,
  },
  {
    header: { zh: '逾期未批', en: 'IF NOT' },
    cell: ({ grantsItself }, language) =>
      language === 'zh'
        ? grantsItself
          ? '自动批准'
          : '上报'
        : grantsItself
          ? 'granted by itself'
          : 'escalated',
  },
  { header: { zh: '谁来批', en: 'BY' }, cell: ({ decider }, language) => deciderText(decider, language) },
  {
    header: { zh: '来自', en: 'FROM' },
    cell: ({ version }, language) =>
      version === 0 ? (language === 'zh' ? '默认' : 'preset') : language === 'zh' ? '本区设定' : 'district',
    priority: 1,
  },
];
