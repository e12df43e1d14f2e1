import type { Overview } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { WATCH_OPTION } from '../../src/command/shared-options.ts';
import { dueText, timeText } from '../../src/i18n/time.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { approvalKindText, overviewGroupText } from '../../src/i18n/words.ts';

export const show: Operation<Overview> = {
  id: 'overview.show',
  summary: {
    zh: '现在要办的:各组件数、最紧的一件、承办',
    en: 'what burns first: groups, their tightest, who leads',
  },
  effect: 'read',
  options: [WATCH_OPTION],
  examples: ['district overview show', 'district overview show --json', 'district overview show --watch'],
  async *run(_input, context) {
    const client = await context.client();
    yield { status: 'done', value: await client.overview(context.signal) };
  },
  print: { lines: overviewLines },
};

function overviewLines(overview: Overview, language: Language): string[] {
  const zh = language === 'zh';
  const groups = overview.groups.map(({ id, count, tightest, byLead, q }) => {
    const leads = byLead.map(({ unit, count: led }) => `${unit?.name ?? '-'} ${led}`).join(', ');
    const due = tightest ? `  ${tightest.no} ${dueText(tightest.promisedDueAt)}` : '';
    return `${String(count).padStart(6)}  ${overviewGroupText(id, language)}${due}  ${leads}  [${q}]`;
  });
  const { approvals } = overview;
  const kinds = approvals.byKind
    .map(({ kind, count }) => `${approvalKindText(kind, language)} ${count}`)
    .join(', ');
  const earliest = approvals.earliestDecideBy
    ? `  ${zh ? '最早批复期限' : 'earliest by'} ${dueText(approvals.earliestDecideBy)}`
    : '';
  return [
    `${zh ? '截至' : 'as of'} ${timeText(overview.asOf)}  ${zh ? '未结' : 'open'} ${overview.open}`,
    ...groups,
    `${String(approvals.count).padStart(6)}  ${zh ? '待批' : 'approvals'}  ${kinds}${earliest}`,
  ];
}
