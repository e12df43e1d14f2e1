import { useLanguage, useText } from '../../src/console/context.ts';
import { useColumns } from '../../src/console/list/use-columns.ts';
import { useAsOf, useTopOf } from '../../src/console/use-data.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { columnSpans, fitColumns } from '../parts/columns.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { useRested } from '../parts/use-rested.ts';
import { REQUEST_VIEWS } from '../requests/request-columns.ts';

/** The tightest requests of the group under the cursor, as far as the window has room. */
export function GroupTop({ filter, columns, rows }: { filter: string; columns: number; rows: number }) {
  const text = useText(workbenchMessages);
  const language = useLanguage();
  const rested = useRested(filter);
  const { data, dataUpdatedAt } = useTopOf(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const chosen = useColumns('requests');
  const fitted = fitColumns(chosen, REQUEST_VIEWS, columns, language);
  const requests = rested === filter ? (data?.items ?? []) : [];
  const lines = requests
    .slice(0, rows)
    .map((row) => [{ text: '  ' }, ...columnSpans(row, fitted, { language, asOfMs })]);
  return <Lines rows={rows} lines={[plainLine(`-- ${text('topOfGroup')} `, 'dim'), ...lines]} />;
}
