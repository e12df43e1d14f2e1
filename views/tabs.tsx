import { useConsole, useText } from '../src/console/context.ts';
import { screensOf } from '../src/console/screens.ts';
import { useOperator, useOverview } from '../src/console/use-data.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { startMessages } from '../src/i18n/messages/console-start.ts';
import { spread, widthOf } from '../src/terminal/width.ts';
import { Line } from './parts/line.tsx';

/** The screens by digit; the one shown stands in brackets. Where there is no room only its name is written out. */
export function Tabs({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const start = useText(startMessages);
  const screen = useConsole((state) => state.screen);
  const marks = useConsole((state) => state.requests.marks.size);
  const seeding = useConsole((state) => state.seeding);
  const { data: overview } = useOverview();
  const { data: me } = useOperator();
  const waiting = overview?.approvals.count ?? 0;
  const namesOf = (isShort: boolean) =>
    screensOf(me)
      .map(({ digit, screen: name }) => {
        const count = name === 'approvals' && waiting > 0 ? `(${waiting})` : '';
        const isShown = name === screen;
        const label = (isShort && !isShown ? digit : `${digit} ${text(name)}`) + count;
        return isShown ? `[${label}]` : ` ${label} `;
      })
      .join(isShort ? '' : ' ');
  const loading = seeding ? start('seeding', seeding) : '';
  const right = marks > 0 ? text('marked', { n: marks }) : loading;
  const whole = namesOf(false);
  const names = widthOf(whole) + widthOf(right) < columns ? whole : namesOf(true);
  return <Line spans={[{ text: spread(names, right, columns) }]} />;
}
