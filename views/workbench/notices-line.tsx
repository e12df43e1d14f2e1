import { titleText } from '../../src/command/notice/notice-lines.ts';
import { useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { useNewestNotices } from '../../src/console/use-data.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { figureText } from '../../src/i18n/progress-text.ts';
import { progressBar } from '../../src/output/plot.ts';
import { spread } from '../../src/terminal/width.ts';
import { Line } from '../parts/line.tsx';

const BAR_COLUMNS = 12;
/** With less the notice's title needs the room. */
const BAR_FROM_COLUMNS = 100;

/** The notice being sent right now, and how many wait for approval. */
export function NoticesLine({ columns }: { columns: number }) {
  const text = useText(workbenchMessages);
  const language = useLanguage();
  const { isReadAloud } = useDesk();
  const items = useNewestNotices();
  const sending = items.find(({ state }) => ['approved', 'scheduled', 'sending'].includes(state));
  const waiting = items.filter(({ state }) => state === 'pending_approval').length;
  const progress = sending && {
    done: figureText(sending.counts.delivered),
    total: figureText(sending.counts.persons),
    failed: sending.counts.failed,
  };
  const { delivered = 0, failed = 0, persons = 0 } = sending?.counts ?? {};
  const bar =
    columns >= BAR_FROM_COLUMNS && !isReadAloud
      ? `${progressBar(delivered + failed, persons, BAR_COLUMNS)} `
      : '';
  const what = sending ? `${titleText(sending, language)} ${sending.no}` : text('noSending');
  const right = [
    progress ? bar + text('sent', progress) : '',
    waiting === 0 ? '' : text('toApproveNotices', { n: waiting }),
  ].filter((part) => part !== '');
  return <Line spans={[{ text: spread(`   ${text('sending')}  ${what}`, right.join('  '), columns) }]} />;
}
