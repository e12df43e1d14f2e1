import { TRANSITIONS } from '@district/contract/transitions.ts';
import type { RequestRow, TimelineRow } from '../../../platform/store/schema/requests.ts';

/** Goes through a timeline by the transition table alone and says what is not allowed; empty when all of it is. */
export function replay(row: RequestRow, entries: readonly TimelineRow[]): string[] {
  const wrong: string[] = [];
  const expect = (holds: boolean, what: string, entry: TimelineRow) => {
    if (!holds) wrong.push(`${row.no} ${entry.seq} ${entry.action} ${entry.phase}: ${what}`);
  };
  let state: RequestRow['state'] = 'submitted';
  let pausedFrom: RequestRow['state'] | undefined;
  let asked: TimelineRow['action'] | undefined;
  let at = row.submitted_at;
  entries.forEach((entry, index) => {
    expect(entry.seq === index + 1, 'entries are not counted one by one', entry);
    expect(entry.at >= at, 'time runs backwards', entry);
    at = entry.at;
    if (entry.action === 'create') {
      expect(index === 0 && entry.state_to === 'submitted', 'filed twice', entry);
      return;
    }
    if (entry.action === 'reckon' || entry.action === 'rate' || entry.action === 'note') return;
    const transition = TRANSITIONS[entry.action];
    expect(entry.state_from === state, `it was ${state}`, entry);
    if (entry.phase === 'done' || entry.phase === 'granted') {
      expect(transition.from.includes(state), `not open from ${state}`, entry);
      const to =
        transition.to === 'same' ? state : transition.to === 'before_pause' ? pausedFrom : transition.to;
      expect(entry.state_to === to, `leads to ${to}, not ${entry.state_to}`, entry);
      if (transition.clock === 'pause') pausedFrom = state;
      state = entry.state_to;
    } else expect(entry.state_to === state, 'changed the state before it was granted', entry);
    if (entry.phase === 'asked') {
      expect(transition.approval !== undefined && asked === undefined, 'asked out of turn', entry);
      asked = entry.action;
    } else if (entry.phase !== 'done') expect(asked === entry.action, 'nobody had asked', entry);
    if (entry.phase === 'granted' || entry.phase === 'refused') asked = undefined;
    if (entry.action === 'arbitrate') {
      expect(asked === 'return', 'no return to arbitrate', entry);
      asked = undefined;
    }
  });
  const last = entries.at(-1);
  if (last) {
    expect(row.state === state, `the request says ${row.state}`, last);
    expect(row.version === entries.length, `the request says version ${row.version}`, last);
    expect(row.open_approval === (asked ?? null), `the request says ${row.open_approval}`, last);
    expect(
      row.last_action_at.valueOf() === last.at.valueOf() && row.last_action === last.action,
      'not last',
      last,
    );
  }
  return wrong;
}
