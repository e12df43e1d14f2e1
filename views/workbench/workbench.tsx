import { Box } from 'ink';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { useDuty, useOverview } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { windowTop } from '../parts/window-top.ts';
import { ApprovalsLine } from './approvals-line.tsx';
import { groupCells } from './group-cells.ts';
import { GroupTable } from './group-table.tsx';
import { GroupTop } from './group-top.tsx';
import { HandoverLine } from './handover-line.tsx';
import { NoticesLine } from './notices-line.tsx';

/** Lines besides the groups: heading, blank, approvals, notices, open in all, blank. */
const OTHER_ROWS = 6;
/** The heading and the approvals are always there; the rest comes as rows are to spare. */
const LEAST_ROWS = 2;
const SPARE_ROWS = { notices: 1, open: 2, blank: 3 } as const;
/** Fewer rows than this show too little of a group to be worth asking for. */
const TOP_ROWS_MIN = 4;

/** What burns first: groups with their tightest request and who has most of them, then what waits for a decision. */
export function Workbench({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(workbenchMessages);
  const general = useText(consoleMessages);
  const language = useLanguage();
  const wanted = useConsole((state) => state.workbench.cursor);
  const { data: overview, isError } = useOverview();
  const items = useDuty().data?.items ?? [];
  if (!overview) return <Message text={general(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  const { groups, approvals, open } = overview;
  const hasItems = items.length > 0;
  const cursor = Math.min(wanted, groups.length + (hasItems ? 1 : 0));
  const spare = rows - groups.length - LEAST_ROWS - (hasItems ? 1 : 0);
  const visible = Math.max(1, rows - LEAST_ROWS - (hasItems ? 1 : 0));
  const first = windowTop(0, Math.min(cursor, groups.length - 1), visible, groups.length);
  const left = rows - groups.length - OTHER_ROWS - (hasItems ? 1 : 0);
  const group = groups[cursor];
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      <GroupTable rows={groupCells(overview, cursor, columns, language).slice(first, first + visible)} />
      {spare >= SPARE_ROWS.blank && <Line spans={plainLine('')} />}
      <ApprovalsLine approvals={approvals} atCursor={cursor === groups.length} columns={columns} />
      {hasItems && <HandoverLine items={items} atCursor={cursor === groups.length + 1} columns={columns} />}
      {spare >= SPARE_ROWS.notices && <NoticesLine columns={columns} />}
      {spare >= SPARE_ROWS.open && <Line spans={plainLine(`   ${text('open', { n: open })}`, 'dim')} />}
      {group && left >= TOP_ROWS_MIN && (
        <>
          <Line spans={plainLine('')} />
          <GroupTop filter={group.q} columns={columns} rows={left} />
        </>
      )}
    </Box>
  );
}
