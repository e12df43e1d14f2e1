import { useLanguage, useText } from '../../src/console/context.ts';
import { useAsOf, useRequestsOf } from '../../src/console/use-data.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { useRested } from '../parts/use-rested.ts';
import { rowSpans } from '../requests/row-columns.ts';

/** The tightest requests of the group under the cursor, as far as the window has room. */
export function GroupTop({ filter, columns, rows }: { filter: string; columns: number; rows: number }) {
  const text = useText(workbenchMessages);
  const language = useLanguage();
  const rested = useRested(filter);
  const { data, dataUpdatedAt } = useRequestsOf(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const requests = rested === filter ? (data?.pages[0]?.items ?? []) : [];
  const lines = requests
    .slice(0, rows)
    .map((row) => rowSpans(row, { columns, language, asOfMs, atCursor: false, marked: false }));
  return <Lines rows={rows} lines={[plainLine(`-- ${text('topOfGroup')} `, 'dim'), ...lines]} />;
}
