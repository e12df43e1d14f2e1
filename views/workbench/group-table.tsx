import { Table } from 'ink-table';
import { type PropsWithChildren, useState } from 'react';
import { useText } from '../../src/console/context.ts';
import { workbenchMessages } from '../../src/i18n/messages/console-workbench.ts';
import { Line } from '../parts/line.tsx';
import type { GroupCells } from './group-cells.ts';
import { StandIns } from './table-stand-ins.ts';

/** No lines are drawn, so that a row takes a row; the padding of the cells keeps them apart. */
function Skeleton() {
  return null;
}

const COLUMNS = ['group', 'count', 'tightest', 'byLead'] as const satisfies readonly (keyof GroupCells)[];

export function GroupTable({ rows }: { rows: readonly GroupCells[] }) {
  const text = useText(workbenchMessages);
  // The table keeps the cell component it was first given, so what that one reads from has to live as long.
  const [standIns] = useState(() => new StandIns());
  const [Cell] = useState(() => ({ children }: PropsWithChildren) => (
    <Line spans={[standIns.read(String(children))]} />
  ));
  standIns.clear();
  const shown = COLUMNS.filter((name) => rows.some((row) => row[name].text !== ''));
  const headings = shown.map((name) => standIns.for({ text: text(name), tone: 'dim' }));
  const data = rows.map((row) =>
    Object.fromEntries(shown.map((name, at) => [headings[at] ?? '', standIns.for(row[name])])),
  );
  const columns = headings.map((key, at) => ({
    key,
    align: shown[at] === 'count' ? ('right' as const) : ('left' as const),
  }));
  return <Table data={data} columns={columns} header={Cell} cell={Cell} skeleton={Skeleton} />;
}
