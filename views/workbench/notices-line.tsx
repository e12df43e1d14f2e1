import { titleText } from '../../src/command/notice/notice-lines.ts';
import { useLanguage, useText } from '../../src/console/context.ts';
import { useNewestNotices } from '../../src/console/use-data.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line } from '../parts/line.tsx';

/** The notice being sent right now, and how many wait for approval. */
export function NoticesLine({ columns }: { columns: number }) {
  const text = useText(workbenchMessages);
  const language = useLanguage();
  const items = useNewestNotices();
  const sending = items.find(({ state }) => ['approved', 'scheduled', 'sending'].includes(state));
  const waiting = items.filter(({ state }) => state === 'pending_approval').length;
  const progress = sending && {
    done: sending.counts.delivered.toLocaleString('en'),
    total: sending.counts.persons.toLocaleString('en'),
    failed: sending.counts.failed,
  };
  const what = sending ? `${titleText(sending, language)} ${sending.no}` : text('noSending');
  const right = [
    progress ? text('sent', progress) : '',
    waiting === 0 ? '' : text('toApproveNotices', { n: waiting }),
  ].filter((part) => part !== '');
  return <Line spans={[{ text: spread(`   ${text('sending')}  ${what}`, right.join('  '), columns) }]} />;
}
