import { type Action, type ActionField, fieldsOf, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput } from '@district/contract/types.ts';
import { dateOf } from '../calendar/plain-date.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { checkUnits } from './assignable.ts';
import { checkAnotherUnit, isPoor } from './rectification.ts';

/** What an action is given has to be what it takes, and possible for this request on this day. */
export function checkInput(
  services: Services,
  request: RequestRow,
  action: Action,
  input: ActionInput,
  at: Date,
): void {
  checkFields(action, input);
  if (action === 'reopen') checkReopened(request, input);
  checkUnits(services, request, input);
  checkAnotherUnit(request, action, input);
  checkExtension(services, request, input);
  checkUntil(input, at);
  checkCallback(input);
}

function checkFields(action: Action, input: ActionInput): void {
  const given = Object.keys(input) as ActionField[];
  const missing = (TRANSITIONS[action].needs ?? []).filter((field) => input[field] === undefined);
  const extra = given.filter((field) => !fieldsOf(action).includes(field));
  if (missing.length === 0 && extra.length === 0) return;
  const fields = [
    ...missing.map((path) => ({ path, message: `${action} needs it` })),
    ...extra.map((path) => ({ path, message: `${action} does not take it` })),
  ];
  const named = fields.map((field) => `${field.path} (${field.message})`).join(', ');
  throw new ProblemError('invalid', `The input of ${action} is not right: ${named}.`, { fields });
}

/** What was merged before anybody had it is nobody's yet. */
function checkReopened({ no, lead }: RequestRow, { to }: ActionInput): void {
  if (lead !== null || to !== undefined) return;
  throw new ProblemError('invalid', `${no} was never sent to anybody: name with \`to\` who does it.`, {
    fields: [{ path: 'to', message: 'reopen needs it here' }],
  });
}

/** Working days by which licensing may be extended, once (行政许可法 42). */
const LICENSING_EXTENSION_MAX = 10;

function checkExtension({ dictionaries }: Services, request: RequestRow, { limit }: ActionInput): void {
  if (limit === undefined || dictionaries.items.get(request.item)?.kind !== 'licensing') return;
  const message =
    request.extended_limit > 0
      ? 'licensing is extended once, and has been'
      : limit > LICENSING_EXTENSION_MAX
        ? `licensing is extended by ${LICENSING_EXTENSION_MAX} working days at most`
        : undefined;
  if (message !== undefined)
    throw new ProblemError('invalid', `Not extended: ${message}.`, { fields: [{ path: 'limit', message }] });
}

function checkUntil({ until }: ActionInput, at: Date): void {
  if (until === undefined || until >= dateOf(at)) return;
  const message = `it is ${dateOf(at)} today, and the procedure would have ended before it began`;
  throw new ProblemError('invalid', `Not possible until ${until}: ${message}.`, {
    fields: [{ path: 'until', message }],
  });
}

/** What a call-back found has to be one thing. */
function checkCallback({ reached, satisfied, rating }: ActionInput): void {
  const fault =
    reached === false && (satisfied !== undefined || rating !== undefined)
      ? { path: 'reached', message: 'whoever was not reached has said neither' }
      : rating !== undefined && satisfied !== undefined && satisfied === isPoor(rating)
        ? {
            path: 'rating',
            message: `${rating} and ${satisfied ? 'satisfied' : 'not satisfied'} cannot both be`,
          }
        : undefined;
  if (fault)
    throw new ProblemError('invalid', `The call-back contradicts itself: ${fault.message}.`, {
      fields: [fault],
    });
}
