import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { completeFilter } from '../../src/command/complete-filter.ts';
import { DeskContext } from '../../src/console/context.ts';
import { createDesk } from '../../src/console/create-desk.ts';
import { deadlineText } from '../../src/console/deadline.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { windowTop } from '../../views/parts/window-top.ts';
import { groupCells } from '../../views/workbench/group-cells.ts';
import { GroupTable } from '../../views/workbench/group-table.tsx';
import { FakePlatform } from './fake-client.ts';
import { anOverview, NOW } from './sample-data.ts';
import { SANDBOX } from './screen.tsx';

const UNITS = [
  { kind: 'agency', id: 'urban_management', name: '城管' },
  { kind: 'street', id: '320302003000', name: '琵琶街道' },
] as const;

test('columns of a Chinese table line up by cells and not by characters', () => {
  delete process.env['CI'];
  const desk = createDesk({
    client: new FakePlatform().client(),
    reopen: () => new FakePlatform().reopen(),
    place: SANDBOX,
    language: 'zh',
    colours: false,
    window: { columns: 100, rows: 24 },
    copyToTerminal: () => true,
    exit: () => {},
    stopJob: () => {},
    journal: openJournal('/nowhere'),
    editOutside: async (text) => ({ ok: true, text }),
  });
  const { lastFrame, unmount } = render(
    <DeskContext value={desk}>
      <GroupTable rows={groupCells(anOverview(), 0, 100, 'zh')} />
    </DeskContext>,
  );
  const [, ...rows] = (lastFrame() ?? '').split('\n');
  const columns = rows.slice(0, 4).map((row) => widthOf(row.slice(0, row.indexOf('GL26'))));
  expect(new Set(columns)).toEqual(new Set([columns[0]]));
  unmount();
});

test('a deadline is worded by the day it ends on in Shanghai', () => {
  const at = Date.parse(NOW);
  expect(deadlineText('2026-11-23T16:00:00Z', at, 'zh')).toBe('超2天');
  expect(deadlineText('2026-11-24T16:00:00Z', at, 'zh')).toBe('超1天');
  expect(deadlineText('2026-11-24T22:31:00Z', at, 'zh')).toBe('超2小时');
  expect(deadlineText('2026-11-25T10:00:00Z', at, 'zh')).toBe('今18:00');
  expect(deadlineText('2026-11-25T16:00:00Z', at, 'zh')).toBe('今24:00');
  expect(deadlineText('2026-11-26T16:00:00Z', at, 'en')).toBe('11-26');
  expect(deadlineText(null, at, 'zh')).toBe('-');
  expect(deadlineText('2026-11-26T16:00:00Z', at, 'zh', true)).toBe('停表');
});

test('the window of a list moves no more than it must', () => {
  expect(windowTop(0, 5, 10, 100)).toBe(0);
  expect(windowTop(0, 10, 10, 100)).toBe(1);
  expect(windowTop(50, 45, 10, 100)).toBe(45);
  expect(windowTop(95, 99, 10, 100)).toBe(90);
  expect(windowTop(5, 0, 10, 3)).toBe(0);
});

const NAMES = {
  units: UNITS,
  regions: [{ kind: 'street', id: '320302003000', name: '琵琶街道' }],
  items: [],
};

test('a filter is completed by its last word, and an earlier one put right as the parser suggests', () => {
  const words = (filter: string) => completeFilter(filter, NAMES, 'zh').map(({ word }) => word);
  expect(words('is:open li')).toEqual(['is:open light:']);
  expect(words('light:r')).toEqual(['light:red']);
  expect(words('state:closed,as')).toEqual(['state:closed,assigned']);
  expect(words('stat:closed ')).toEqual(['state:closed ']);
  expect(words('is:overdu ')).toEqual(['is:overdue ']);
  expect(words('is:overdu')).toEqual(['is:overdue', 'is:overdue-statutory']);
});

test('states, units and streets of a filter are found by their names', () => {
  const words = (filter: string) => completeFilter(filter, NAMES, 'zh').map(({ word }) => word);
  expect(words('state:办理')).toEqual(['state:in_progress']);
  expect(words('is:open to:城')).toEqual(['is:open to:agency:urban_management']);
  expect(words('-street:琵琶')).toEqual(['-street:320302003']);
});
