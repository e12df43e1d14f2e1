import {
  NOTICE_ACTIONS,
  NOTICE_STANDING_STATES,
  NOTICE_STEPS,
  NOTICE_TRANSITIONS,
  NOTICE_VISIBLE_STATES,
} from '@district/contract/notice-transitions.ts';
import { NOTICE_STATES, type NoticeState } from '@district/contract/vocabulary.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const MOVES = [...NOTICE_ACTIONS, ...NOTICE_STEPS];
const walk = fc.array(fc.constantFrom(...MOVES), { maxLength: 40 });

/** Tries each move from where the last one led; those that are closed change nothing. */
function follow(
  moves: readonly (typeof MOVES)[number][],
): { move: string; from: NoticeState; to: NoticeState }[] {
  let state: NoticeState = 'draft';
  return moves.flatMap((move) => {
    const { from, to } = NOTICE_TRANSITIONS[move];
    if (!from.includes(state)) return [];
    const step = { move, from: state, to };
    state = to;
    return [step];
  });
}

test('whatever is tried in whatever order, nothing is sent that was not approved since it was last submitted', () => {
  fc.assert(
    fc.property(walk, (moves) => {
      let approved = false;
      for (const { move, to } of follow(moves)) {
        if (move === 'submit' || move === 'refuse') approved = false;
        if (move === 'approve') approved = true;
        if (['approved', 'scheduled', 'sending', 'sent', 'partially_failed'].includes(to))
          expect(approved).toBe(true);
      }
    }),
  );
});

test('a recalled notice stays recalled', () => {
  for (const { from } of Object.values(NOTICE_TRANSITIONS)) expect(from).not.toContain('recalled');
});

test('every state is reached, and everything that stands or shows can be recalled', () => {
  const reached = new Set<NoticeState>(['draft']);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of Object.values(NOTICE_TRANSITIONS))
      if (from.some((state) => reached.has(state))) reached.add(to);
  }
  expect(reached).toEqual(new Set(NOTICE_STATES));
  for (const state of [...NOTICE_STANDING_STATES, ...NOTICE_VISIBLE_STATES])
    if (state !== 'recalled') expect(NOTICE_TRANSITIONS.recall.from).toContain(state);
});

test('no author approves, and only the platform sends', () => {
  expect(NOTICE_TRANSITIONS.approve.by).toEqual(['approver']);
  expect(NOTICE_TRANSITIONS.refuse.by).toEqual(['approver']);
  for (const step of NOTICE_STEPS) expect(NOTICE_TRANSITIONS[step].by).toEqual(['platform']);
});
