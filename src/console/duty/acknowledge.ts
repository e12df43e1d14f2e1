import { acknowledge as operation } from '../../../commands/duty/acknowledge.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { acknowledgedLine } from '../../command/duty-lines.ts';
import { twin } from '../../command/twin.ts';
import { complain } from '../complain.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { refreshDuty, refreshWork } from '../queries.ts';
import { loadedDuty } from '../rows.ts';

/** Strikes the thing under the cursor off, at once; with `take` its request is claimed as well. */
export async function acknowledgeAt(desk: Desk, cursor: number, take: boolean): Promise<void> {
  const item = loadedDuty(desk)?.items[cursor];
  if (!item) return;
  const { language } = desk.store.getState();
  const isTaken = take && item.request !== null;
  try {
    const done = await desk.client.acknowledge(item.id, isTaken);
    desk.store.setState({
      notice: { text: acknowledgedLine(done, language), tone: 'good' },
      twin: twin(operation, { item: [item.request?.no ?? item.id], ...(isTaken && { take: true }) }),
    });
  } catch (error) {
    complain(desk, failureText(failureOf(error), language));
  }
  void refreshDuty(desk.queries);
  if (isTaken) void refreshWork(desk.queries, item.request?.no);
}
