import type { Action } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Operator } from '../access/operator.ts';
import { decide } from '../approvals/decide.ts';
import type { Actor } from '../audit/append.ts';
import { dateOf } from '../calendar/plain-date.ts';
import { inTurn } from '../events/turn.ts';
import type { Services } from '../http/environment.ts';
import { act } from '../requests/act.ts';
import { REQUEST_COLUMNS } from '../requests/columns.ts';
import { createRequest } from '../requests/create.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { arrivalOn } from './generate/arrivals.ts';
import { enteredBy, hotline } from './generate/filing.ts';
import { ITEMS, usualUnit } from './generate/items.ts';
import type { Random } from './generate/random.ts';
import { requestText, staffText } from './generate/texts.ts';
import { LIVE_REQUEST_ID } from './installation.ts';
import { handlerOf, person } from './people.ts';

/** How many of those untouched longest one is drawn from. */
const QUEUE_LENGTH = 40;

function actor<T extends Operator | null>(operator: T, at: Date): Actor & { operator: T } {
  return { operator, address: null, requestId: LIVE_REQUEST_ID, at };
}

/** Somebody files something that people ask for in this season. */
export async function fileOne(services: Services, random: Random): Promise<void> {
  const at = services.clock.now();
  const arrival = { ...arrivalOn(dateOf(at), `live ${at.toISOString()}`), submittedAt: at };
  const { title, body, address, grid, vulnerable, applicant } = requestText(arrival, random);
  const { external_no: externalNo, external_due_at: externalDueAt } = hotline(
    arrival,
    services.calendar,
    random,
  );
  await services.db.transaction().execute((db) =>
    createRequest(db, services, actor(enteredBy(arrival), at), {
      item: arrival.item.id,
      region: arrival.place.region,
      title,
      body,
      applicant,
      place: { address, grid },
      source: arrival.source,
      externalNo,
      externalDueAt: externalDueAt?.toISOString() ?? null,
      vulnerable,
    }),
  );
}

/** One of the requests that nobody has touched for longest takes its next step; overdue ones are left for whoever sits at the console. */
export async function workOne(services: Services, random: Random): Promise<void> {
  const at = services.clock.now();
  const waiting = await services.db
    .selectFrom('requests')
    .select(REQUEST_COLUMNS)
    .where('state', 'in', ['submitted', 'accepted', 'assigned', 'in_progress', 'resolved'])
    .where((where) => where.or([where('due_key', '>', at), where('state', '=', 'resolved')]))
    .where('arbitration', '=', false)
    .orderBy('last_action_at')
    .limit(QUEUE_LENGTH)
    .execute();
  if (waiting.length === 0) return;
  const request = random.pick(waiting);
  if (request.open_approval_id !== null) {
    await decideOne(services, request, at);
    return;
  }
  const { by, action, input } = nextStep(request, random, at);
  await inTurn(services.db, request.no, (db) =>
    act(db, services, actor(by, at), request.no, action, input, request.version),
  );
}

async function decideOne(services: Services, request: RequestRow, at: Date): Promise<void> {
  const by = person(`${request.district}-approver`);
  const id = request.open_approval_id ?? '';
  await inTurn(services.db, request.no, (db) =>
    decide(db, services, actor(by, at), id, { verdict: 'granted', text: null }, 'any'),
  );
}

function nextStep(
  request: RequestRow,
  random: Random,
  at: Date,
): { by: Operator; action: Action; input: ActionInput } {
  const desk = person(`${request.district}-duty-1`);
  const handler = () => handlerOf(request.district, request.lead ?? '');
  switch (request.state) {
    case 'submitted':
      return { by: desk, action: 'accept', input: {} };
    case 'accepted':
      return { by: desk, action: 'assign', input: { to: usualUnit(itemOf(request), request) } };
    case 'assigned':
      return { by: handler(), action: 'sign', input: {} };
    case 'in_progress':
      return { by: handler(), action: 'resolve', input: { reply: replyTo(request, random, at) } };
    default:
      return request.callback_at === null
        ? { by: desk, action: 'callback', input: { reached: true, satisfied: true, rating: 'satisfied' } }
        : { by: desk, action: 'close', input: {} };
  }
}

function itemOf(request: RequestRow) {
  const item = ITEMS.find(({ id }) => id === request.item);
  if (item === undefined) throw new Error(`${request.no} asks for an unknown item`);
  return item;
}

function replyTo(request: RequestRow, random: Random, at: Date): string {
  return staffText('resolved', { ...arrivalOn(dateOf(at), request.no), item: itemOf(request) }, random);
}
