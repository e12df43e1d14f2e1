import { useConsole, useText } from '../src/console/context.ts';
import { screensOf } from '../src/console/screens.ts';
import { useOperator, useOverview } from '../src/console/use-data.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { startMessages } from '../src/i18n/messages/console-start.ts';
import { tabMessages } from '../src/i18n/messages/console-tabs.ts';
import { spread, widthOf } from '../src/terminal/width.ts';
import { Line } from './parts/line.tsx';

/** The screens by digit; the one shown stands in brackets. Where there is no room the others' names are shorter, or only digits. */
export function Tabs({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const short = useText(tabMessages);
  const start = useText(startMessages);
  const screen = useConsole((state) => state.screen);
  const marks = useConsole((state) => state.requests.marks.size);
  const seeding = useConsole((state) => state.seeding);
  const { data: overview } = useOverview();
  const { data: me } = useOperator();
  const waiting = overview?.approvals.count ?? 0;
  const tabs = screensOf(me).map(({ digit, screen: name }) => {
    const count = name === 'approvals' && waiting > 0 ? `(${waiting})` : '';
    const whole = `${digit} ${text(name)}${count}`;
    if (name === screen) return { whole: `[${whole}]`, short: `[${whole}]`, digit: `[${whole}]` };
    return { whole: ` ${whole} `, short: ` ${digit} ${short(name)}${count}`, digit: ` ${digit}${count} ` };
  });
  const loading = seeding ? start('seeding', seeding) : '';
  const right = marks > 0 ? text('marked', { n: marks }) : loading;
  const rows = [
    tabs.map(({ whole }) => whole).join(' '),
    tabs.map(({ short: one }) => one).join(''),
    tabs.map(({ digit }) => digit).join(''),
  ];
  const names = rows.find((row) => widthOf(row) + widthOf(right) < columns) ?? rows.at(-1) ?? '';
  return <Line spans={[{ text: spread(names, right, columns) }]} />;
}
