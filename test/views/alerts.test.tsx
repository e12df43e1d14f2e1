import type { DistrictEvent } from '@district/contract/types.ts';
import { afterEach, expect, test } from 'vitest';
import { type AlertWishes, watchAlerts } from '../../src/console/alerts.ts';
import { refreshWork } from '../../src/console/queries.ts';
import { openAttention } from '../../src/terminal/attention.ts';
import { NOW } from './sample-data.ts';
import { type OpenedScreen, openScreen } from './screen.tsx';

let screen: OpenedScreen;
afterEach(() => screen.close());

const URGENT: DistrictEvent = {
  ...{ id: '1', type: 'request.created', at: NOW, no: 'GL261125-0009', region: '320302003000' },
  ...{
    state: 'submitted',
    version: 1,
    action: 'create',
    by: null,
    approval: null,
    urgent: true,
    progress: null,
  },
};

async function withAlerts(wishes: Partial<AlertWishes> = {}) {
  screen = await openScreen({});
  await screen.shows('今天到期');
  let written = '';
  const attention = openAttention((sequence) => (written += sequence), 'district');
  const alerts = watchAlerts(screen.desk, attention, { title: true, bell: 'urgent', ...wishes });
  return { alerts, written: () => written };
}

test('an urgent request rings, stands in the title until somebody is there, and is said in words', async () => {
  const { alerts, written } = await withAlerts();
  alerts.hear(URGENT);
  await screen.shows('急件 GL261125-0009 刚到。');
  expect(written()).toBe('\x1b[22;2t\x1b]2;急1 超法定+0 sandbox\x07\x07');
  alerts.seen();
  alerts.seen();
  expect(written().slice(written().lastIndexOf('\x07\x07') + 2)).toBe('\x1b]2;district\x07\x1b[23;2t');
});

test('both can be off, what one did oneself is no news, and an ordinary request is none either', async () => {
  const { alerts, written } = await withAlerts({ title: false, bell: 'off' });
  alerts.hear(URGENT);
  await screen.shows('急件 GL261125-0009 刚到。');
  alerts.seen();
  alerts.stop();
  expect(written()).toBe('');
  const { alerts: others, written: more } = await withAlerts();
  others.hear({ ...URGENT, by: '王磊' });
  others.hear({ ...URGENT, urgent: false });
  expect(more()).toBe('');
});

test('what passes its statutory deadline is counted in the title, and rings for whoever wants that', async () => {
  const { written } = await withAlerts({ bell: 'all' });
  screen.platform.overdueStatutory += 2;
  await refreshWork(screen.desk.queries);
  await screen.shows('又有 2 件超过法定时限。');
  expect(written()).toBe('\x1b[22;2t\x1b]2;急0 超法定+2 sandbox\x07\x07');
});
