import type { Overview } from '@district/contract/types.ts';
import { useLanguage, useText } from '../../src/console/context.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { dueText } from '../../src/i18n/time.ts';
import { approvalKindText, counted } from '../../src/i18n/words.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line } from '../parts/line.tsx';

interface Props {
  approvals: Overview['approvals'];
  atCursor: boolean;
  columns: number;
}

/** What waits for this operator's decision, by kind. */
export function ApprovalsLine({ approvals, atCursor, columns }: Props) {
  const text = useText(workbenchMessages);
  const language = useLanguage();
  const kinds = approvals.byKind.map(({ kind, count }) =>
    counted(approvalKindText(kind, language), count, language),
  );
  const earliest = approvals.earliestDecideBy;
  const right = earliest === null ? '' : text('earliest', { at: dueText(earliest).slice(5) });
  const left = `  ${atCursor ? '>' : ' '}${text('toApprove')}  ${kinds.join(' ') || text('nothingToApprove')}`;
  return <Line spans={[{ text: spread(left, right, columns), tone: atCursor ? 'strong' : 'plain' }]} />;
}
