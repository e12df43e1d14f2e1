import { ACTIONS, type Action, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput, RequestDetail } from '@district/contract/types.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REQUEST_COLUMNS } from '../../../platform/requests/columns.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { type Actor, decided, FILED, isVisible, type Model, openTo, stepped } from './request-model.ts';

const PEOPLE: Readonly<Record<string, Actor>> = {
  duty: { id: 'duty', party: 'centre', unit: null },
  administrator: { id: 'administrator', party: 'centre', unit: null },
  urban: { id: 'urban', party: 'handler', unit: 'agency:urban_management' },
  housing: { id: 'housing', party: 'handler', unit: 'agency:housing' },
};
type Person = 'duty' | 'administrator' | 'urban' | 'housing';
/** Seldom taken, so that a walk goes on. `merge` needs a second request and is left to its own test. */
const ENDING: readonly Action[] = ['decline', 'withdraw', 'merge'];
const FIELDS = {
  reason: '产权不在本单位',
  reply: '已修复',
  reached: true,
  limit: 2,
  until: '2027-03-01',
} as const;

/** A walk of people past one request. Mostly they do what is open to them, else anything at all. */
const stride = fc.record({
  person: fc.constantFrom<Person>('duty', 'administrator', 'urban', 'housing'),
  choice: fc.nat(1_000),
  anything: fc.nat(9).map((n) => n === 0),
  undoes: fc.boolean(),
  verdict: fc.constantFrom('granted' as const, 'refused' as const),
  hours: fc.constantFrom(0, 0, 1, 5, 30),
});

test('whatever people do, the platform does what the table says, and undo leaves the request as it was', async () => {
  const district = await openDistrict();
  const undone = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(stride, { minLength: 16, maxLength: 32 }), async (strides) => {
      // Urgent, so that a reminder is heard at any hour and is a step at once.
      const { no } = await district.as('duty').file({ urgent: true });
      let model = FILED;
      let rowBefore = await rowOf(district, no);
      for (const { person, choice, anything, undoes, verdict, hours } of strides) {
        pass(district, hours);
        const actor = PEOPLE[person] as Actor;
        if (!isVisible(model, actor)) {
          expect((await district.as(person).get(`/v1/requests/${no}`)).status).toBe(404);
          continue;
        }
        const detail = await district.as(person).show(no);
        const moment = {
          isBeforeLastDay: isBeforeLastDay(detail, district),
          isReturnable: isReturnable(detail, district),
        };
        const open = openTo(model, actor, moment);
        expect(told(detail), `after ${detail.timeline.at(-1)?.action}`).toEqual(toldBy(model));
        expect(detail.actions).toEqual(open);
        const row = await rowOf(district, no);
        if (model.approval && !model.approval.arbitration && actor.party === 'centre' && choice % 3 === 0) {
          await decide(district, person, row.open_approval_id ?? '', verdict);
          model = decided(model, verdict);
          rowBefore = row;
          continue;
        }
        const going = open.filter((one) => !ENDING.includes(one) || choice % 20 === 0);
        const among: readonly Action[] = anything
          ? ACTIONS
          : undoes && open.includes('undo')
            ? ['undo']
            : going;
        const possible = among.filter((one) => one !== 'merge');
        const action = possible[choice % Math.max(possible.length, 1)];
        if (!action) continue;
        const input = inputOf(action, choice);
        const answer = await district.as(person).try(no, action, input);
        if (!open.includes(action)) {
          expect([403, 409], action).toContain(answer.status);
          continue;
        }
        expect(answer.status, `${action} ${JSON.stringify(answer.body)}`).toBe(200);
        model = stepped(model, action, actor, input);
        if (action === 'undo') undone.add(row.last_action);
        if (action === 'undo') expect(stateless(await rowOf(district, no))).toEqual(stateless(rowBefore));
        rowBefore = row;
      }
    }),
    // A walk is not shrunk: each smaller one would be another walk of as many calls.
    { numRuns: 8, endOnFailure: true },
  );
  expect(undone.size).toBeGreaterThan(2);
}, 60_000);

function inputOf(action: Action, choice: number): ActionInput {
  const { needs = [] } = TRANSITIONS[action];
  const unit = choice % 2 === 0 ? 'agency:urban_management' : 'agency:housing';
  const values = { ...FIELDS, to: unit, assistants: [unit] };
  return Object.fromEntries(needs.map((field) => [field, values[field as keyof typeof values]]));
}

async function decide(district: District, person: Person, id: string, verdict: 'granted' | 'refused') {
  const [word, body] = verdict === 'granted' ? ['grant', {}] : ['refuse', { reason: '不符' }];
  const answer = await district.as(person).post(`/v1/approvals/${id}/${word}`, body, { 'if-match': '*' });
  expect(answer.status).toBe(200);
}

function told(detail: RequestDetail) {
  const { state, round, returns, reminders, openApproval } = detail;
  const unit = (ref: RequestDetail['lead']) => ref && `${ref.kind}:${ref.id}`;
  return {
    state,
    round,
    returns,
    reminders,
    openApproval,
    lead: unit(detail.lead),
    assistants: detail.assistants.map(unit),
  };
}

function toldBy({ state, round, returns, reminders, approval, lead, assistants }: Model) {
  return { state, round, returns, reminders, openApproval: approval?.kind ?? null, lead, assistants };
}

function rowOf({ services }: District, no: string): Promise<RequestRow> {
  return services.db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
}

/** Without what tells of the last step. */
function stateless({
  version,
  last_action,
  last_action_at,
  last_action_by,
  undo,
  undo_by,
  reminder_to_undo,
  ...row
}: RequestRow) {
  return row;
}

function pass(district: District, hours: number): void {
  const at = new Date(district.services.clock.now().valueOf() + (hours + 8) * 3_600_000);
  district.at(at.toISOString().slice(0, 16));
}

function isReturnable({ returnBy }: RequestDetail, { services }: District): boolean {
  return returnBy === null || services.clock.now().valueOf() < Date.parse(returnBy);
}

function isBeforeLastDay({ promisedDueAt }: RequestDetail, { services }: District): boolean {
  if (promisedDueAt === null) return true;
  const day = (at: number) => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return day(services.clock.now().valueOf()) < day(Date.parse(promisedDueAt) - 1);
}
