import { randomUUID } from 'node:crypto';
import { ACTIONS, type Action, fieldsOf, TRANSITIONS } from '@district/contract/transitions.ts';
import fc from 'fast-check';
import type { Person } from '../harness/district.ts';
import { OPERATIONS, type Operation, type Parameter, resolve, type Schema } from './document.ts';
import {
  hostileBody,
  hostileHeader,
  hostileSegment,
  hostileText,
  hostileValue,
  type RawBody,
} from './hostile.ts';
import {
  type Context,
  cursorFor,
  eventCursor,
  filter,
  KNOWN_BY_NAME,
  KNOWN_IDS,
  type Lazy,
  lastSeenOpen,
} from './known.ts';
import { PEOPLE, type World } from './world.ts';

/** A call that can be sent, and be shown when it fails. */
export interface Call {
  operation: Operation;
  person: Person | undefined;
  url: string;
  headers: [string, string][];
  body: RawBody['bytes'] | undefined;
}

/** Made without knowing the district; what it aims at is looked up when its turn comes. */
export type CallPlan = (world: World) => Call;

/** A good value of a schema; texts within their lengths may be hostile all the same. */
function good(schema: Schema, name: string, parent = ''): fc.Arbitrary<Lazy<unknown>> {
  const resolved = resolve(schema);
  const exact = KNOWN_BY_NAME[`${parent}.${name}`];
  const known = exact ?? KNOWN_BY_NAME[name === 'no' ? numberName(resolved) : name];
  // An action goes `to` a unit, a list of the audit `to` an instant.
  if (known && (exact || (!resolved.items && resolved.format !== 'date-time')))
    return fc.nat().map((n) => (context) => known(context, n));
  const { type } = resolved;
  const one = Array.isArray(type) ? type[0] : type;
  if (Array.isArray(type) && type.includes('null')) {
    const inner = good({ ...resolved, type: one ?? 'null' }, name);
    return fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: fc.constant(() => null) });
  }
  if (resolved.enum) return fc.constantFrom(...resolved.enum).map((value) => () => value);
  if (one === 'boolean') return fc.boolean().map((value) => () => value);
  if (one === 'integer' || one === 'number') return goodNumber(resolved, one).map((value) => () => value);
  if (one === 'array' && resolved.items) {
    const items = fc.array(good(resolved.items, name), { minLength: resolved.minItems ?? 0, maxLength: 3 });
    return items.map((list) => (context) => list.map((item) => item(context)));
  }
  if (one === 'object') return goodObject(resolved, name);
  return goodText(resolved).map((value) => () => value);
}

function numberName({ pattern }: Schema): string {
  return pattern?.startsWith('^TZ') ? 'noticeNo' : 'requestNo';
}

function goodNumber({ minimum = 0, maximum = 1_000 }: Schema, type: string): fc.Arbitrary<number> {
  const ends = fc.constantFrom(minimum, maximum);
  return type === 'integer'
    ? fc.oneof(ends, fc.integer({ min: minimum, max: maximum }))
    : fc.oneof(ends, fc.double({ min: minimum, max: maximum, noNaN: true }));
}

function goodText({ pattern, format, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  // The first lies within a day of the world's clock, as the end of a shift or of a putting off has to.
  if (format === 'date-time')
    return fc.constantFrom('2026-11-26T00:30:00Z', '2026-12-01T00:00:00Z', '2026-12-31T16:00:00.000Z');
  if (format === 'date') return fc.constantFrom('2026-12-01', '2027-02-28', '0000-01-01', '9999-12-31');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const ordinary = fc.constantFrom('路灯坏了，请尽快修。', '已联系，明天上门', '灯', 'Lamp out, 3rd night');
  return fc
    .oneof(ordinary, hostileText, fc.constant('灯'.repeat(maxLength)))
    .map((text) => text.slice(0, maxLength).padEnd(minLength, '灯'));
}

function goodObject(
  { properties = {}, required = [] }: Schema,
  parent: string,
): fc.Arbitrary<Lazy<Record<string, unknown>>> {
  // A file's name has to end as its content is.
  const of = 'content' in properties ? 'file' : parent;
  const fields = Object.entries(properties).map(([name, schema]) => [name, good(schema, name, of)] as const);
  return fc
    .record(Object.fromEntries(fields), { requiredKeys: required })
    .map(
      (record) => (context) =>
        Object.fromEntries(
          Object.entries(record).map(([name, value]) => [name, (value as Lazy<unknown>)(context)]),
        ),
    );
}

/** A good object with one field wrong, missing or too much. */
function nearlyGood(schema: Schema, id: string): fc.Arbitrary<Lazy<Record<string, unknown>>> {
  const names = Object.keys(resolve(schema).properties ?? {});
  const field = fc.constantFrom(...names, 'colour', '__proto__', 'toString');
  return fc
    .tuple(good(schema, id), field, fc.option(hostileValue))
    .map(([object, name, value]) => (context) => {
      const made = object(context) as Record<string, unknown>;
      if (value === null) delete made[name];
      else Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
      return made;
    });
}

/** What the transition table says an action needs, and some of what it takes. */
function actionBody(schema: Schema): fc.Arbitrary<Lazy<Record<string, unknown>>> {
  const all = { ...resolve(schema), required: Object.keys(resolve(schema).properties ?? {}) };
  return fc.tuple(good(all, ''), fc.boolean()).map(([object, more]) => (context) => {
    const action = context.parameters.action as Action;
    if (!ACTIONS.includes(action)) return {};
    const wanted: readonly string[] = more ? fieldsOf(action) : (TRANSITIONS[action].needs ?? []);
    const made = Object.entries(object(context) as Record<string, unknown>);
    return Object.fromEntries(made.filter(([name]) => wanted.includes(name)));
  });
}

function bodyOf(operation: Operation): fc.Arbitrary<Lazy<RawBody>> {
  const schema = operation.body as Schema;
  const asJson = (value: fc.Arbitrary<Lazy<unknown>>) =>
    value.map(
      (lazy) =>
        (context: Parameters<Lazy<unknown>>[0]): RawBody => ({
          bytes: JSON.stringify(lazy(context)),
          type: 'application/json',
        }),
    );
  const fitting = operation.id === 'actOnRequest' ? actionBody(schema) : good(schema, operation.id);
  return fc.oneof(
    { weight: 6, arbitrary: asJson(fitting) },
    { weight: 2, arbitrary: asJson(nearlyGood(schema, operation.id)) },
    { weight: 1, arbitrary: asJson(hostileValue.map((value) => () => value)) },
    { weight: 1, arbitrary: hostileBody.map((raw) => () => raw) },
  );
}

function parameterOf(
  operation: Operation,
  { name, schema, in: place }: Parameter,
): fc.Arbitrary<Lazy<string | undefined>> {
  const fitting =
    name === 'q'
      ? filter
      : name === 'cursor'
        ? cursorFor(operation.id)
        : name === 'after' || name === 'last-event-id'
          ? eventCursor
          : name === 'id' && KNOWN_IDS[operation.id]
            ? fc.nat().map((n) => (context: Context) => KNOWN_IDS[operation.id]?.(context, n))
            : good(schema, name);
  const asText: fc.Arbitrary<Lazy<string | undefined>> = fitting.map(
    (lazy) => (context) => String(lazy(context)),
  );
  if (place === 'path')
    return fc.oneof(
      {
        weight: 9,
        arbitrary: asText.map(
          (lazy) => (context: Context) => encodeURIComponent(lazy(context)?.toWellFormed() ?? ''),
        ),
      },
      { weight: 1, arbitrary: hostileSegment.map((segment) => () => segment) },
    );
  const odd: fc.Arbitrary<string> = place === 'header' ? hostileHeader : hostileText;
  const needed = operation.method !== 'GET' && place === 'header';
  return fc.oneof(
    { weight: needed ? 8 : 3, arbitrary: asText },
    { weight: needed ? 1 : 4, arbitrary: fc.constant(() => undefined) },
    { weight: 1, arbitrary: odd.map((text) => () => text) },
  );
}

const token: fc.Arbitrary<Person | 'none' | 'unknown' | 'odd'> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...PEOPLE) },
  { weight: 8, arbitrary: fc.constantFrom('administrator', 'urban', 'approver') },
  { weight: 1, arbitrary: fc.constantFrom('none', 'unknown', 'odd') },
);

function authorization(who: string): [string, string][] {
  if (who === 'none') return [];
  return [['authorization', who === 'odd' ? 'Bearer \u00ff "x"' : `Bearer ${who}`]];
}

/** Operations on a thing whose `actions` say whether they are open. */
const ACTING = /^(actOn|grant|refuse)/;

function planOf(operation: Operation): fc.Arbitrary<CallPlan> {
  const parameters = fc.record(
    Object.fromEntries(operation.parameters.map((one) => [one.name, parameterOf(operation, one)])),
  );
  const body = operation.body ? bodyOf(operation) : fc.constant(undefined);
  const aimed = fc.integer({ min: 0, max: 3 }).map((n) => n > 0);
  return fc
    .tuple(token, parameters, body, aimed, fc.nat())
    .map(([who, made, rawBody, isAimed, n]) => (world) => {
      const person = PEOPLE.find((known) => known === who);
      const context = { world, person, parameters: {} as Record<string, string>, version: '*' };
      for (const { name } of operation.parameters) {
        const value = (made[name] as Lazy<string | undefined>)(context);
        if (value !== undefined) context.parameters[name] = value;
      }
      if (isAimed && ACTING.test(operation.id))
        Object.assign(context.parameters, lastSeenOpen(context, operation.id, n));
      if (isAimed && context.parameters.attachment !== undefined) context.parameters.no = world.attachedTo;
      const inPlace = (place: Parameter['in']) =>
        operation.parameters
          .filter((one) => one.in === place && context.parameters[one.name] !== undefined)
          .map(({ name }): [string, string] => [name, context.parameters[name] ?? '']);
      let path = operation.path;
      for (const [name, value] of inPlace('path')) path = path.replace(`{${name}}`, () => value);
      const query = new URLSearchParams(inPlace('query')).toString();
      const raw = rawBody?.(context);
      return {
        operation,
        person,
        url: query === '' ? path : `${path}?${query}`,
        headers: [
          ...authorization(who),
          ...inPlace('header').map(([name, value]): [string, string] => [
            name,
            value === 'fresh' ? randomUUID() : value,
          ]),
          ...(raw === undefined || raw.type === '' ? [] : [['content-type', raw.type] as [string, string]]),
        ],
        body: raw?.bytes,
      };
    });
}

/** Calls of every operation, those with more to go wrong more often. */
export const callPlan: fc.Arbitrary<CallPlan> = fc.oneof(
  ...OPERATIONS.map((operation) => ({
    weight: weightOf(operation),
    arbitrary: planOf(operation),
  })),
);

function weightOf({ id, body }: Operation): number {
  if (id === 'actOnRequest') return 6;
  // Only few of those who are tried may decide, and only once.
  if (id === 'grantApproval' || id === 'refuseApproval') return 4;
  return body ? 2 : 1;
}
