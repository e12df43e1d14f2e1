import { ACTIONS, TRANSITIONS } from '@district/contract/transitions.ts';
import { APPROVAL_KINDS, OPEN_STATES, REQUEST_STATES } from '@district/contract/vocabulary.ts';
import { describe, expect, test } from 'vitest';

/** States reachable from `submitted` by the table alone. */
function reachable(): Set<string> {
  const found = new Set<string>(['submitted']);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { from, to } of Object.values(TRANSITIONS))
      if (from.some((state) => found.has(state))) found.add(to);
  }
  return found;
}

describe('the transition table', () => {
  test('reaches every state, and every open state can be left', () => {
    const found = reachable();
    for (const state of REQUEST_STATES) expect(found).toContain(state);
    for (const state of OPEN_STATES) {
      expect(
        ACTIONS.some(
          (action) => TRANSITIONS[action].from.includes(state) && TRANSITIONS[action].to !== 'same',
        ),
      ).toBe(true);
    }
  });

  test('has a handler’s action behind every kind of approval, and asks the centre only for those', () => {
    const kinds = ACTIONS.filter((action) => TRANSITIONS[action].approval !== undefined);
    expect(kinds.toSorted()).toEqual([...APPROVAL_KINDS].toSorted());
    for (const action of kinds) {
      expect(TRANSITIONS[action].by).toContain('handler');
      expect(TRANSITIONS[action].conditions).toContain('no_open_approval');
    }
  });

  test('a return does not touch the clock, and only a new round starts it again', () => {
    expect(TRANSITIONS.return.clock).toBeUndefined();
    expect(ACTIONS.filter((action) => TRANSITIONS[action].clock === 'restart')).toEqual(['reopen']);
  });
});
