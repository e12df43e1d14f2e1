import { FILTER_KEYS } from '@district/contract/filter/parse.ts';
import { IS_VALUES } from '@district/contract/filter/terms.ts';
import fc from 'fast-check';
import type { Person } from '../harness/district.ts';
import { hostileText } from './hostile.ts';
import { ALLOWED_CODES, CLIENT, SPARE_OPERATORS } from './inhabitants.ts';
import { ADDRESS, APPLICANT, type World } from './world.ts';

/** What a value may depend on when its turn comes. */
export interface Context {
  world: World;
  person: Person | undefined;
  /** Those parameters that are fixed already, in the order of the document. */
  parameters: Record<string, string>;
}
export type Lazy<T> = (context: Context) => T;

const REGIONS = [
  '320302004001',
  '320302004000',
  '320302000000',
  '320303000000',
  '320302004999',
  '320000000000',
];
const UNITS = [
  'agency:urban_management',
  'agency:housing',
  'street:320302004000',
  'community:320302004001',
  'agency:x',
];

function pick<T>(values: Iterable<T>, n: number, otherwise: T): T {
  const list = [...values];
  return list[n % Math.max(list.length, 1)] ?? otherwise;
}

function region(_context: Context, n: number): string {
  // The first is the one in which everybody lives and most are at work.
  return pick(REGIONS, n % 2 === 0 ? 0 : n >> 1, '');
}

/** Values that exist, by the name of the field or parameter they are for. */
export const KNOWN_BY_NAME: Readonly<Record<string, (context: Context, n: number) => unknown>> = {
  by: (_context, n) => pick(['light', 'state,to', 'street', 'item,rating', 'street', 'none'], n, ''),
  district: (_context, n) => pick(['320302', '320302000000', '320303'], n, ''),
  region,
  regions: region,
  parent: region,
  community: region,
  requestNo: ({ world }, n) => pick(world.requests, n, 'GL261125-0001'),
  firstNo: ({ world }, n) => pick(world.requests, n, 'GL261125-0001'),
  lastNo: ({ world }, n) => pick(world.requests, n, 'GL261125-0001'),
  into: ({ world }, n) => pick(world.requests, n, 'GL261125-0001'),
  template: (_context, n) => (n % 4 === 0 ? 'unknown' : 'kept'),
  attachment: ({ world }, n) => pick(world.attachments, n, '0199e7a0-0000-7000-8000-000000000000'),
  content: (_context, n) => Buffer.from('路灯不亮'.repeat(1 + (n % 3))).toString('base64'),
  shift: ({ world }, n) => pick(world.shifts, n, '0199e7a0-0000-7000-8000-000000000000'),
  handoverItem: ({ world }, n) => pick(world.handedOver, n, '0199e7a0-0000-7000-8000-000000000000'),
  'file.name': () => '路灯.txt',
  noticeNo: ({ world }, n) => pick(world.notices, n, 'TZ-GL261125-0001'),
  id: ({ world }, n) => pick(world.approvals, n, 'x'),
  from: (_context, n) => `2026-0${1 + (n % 9)}-28T01:00:00Z`,
  year: () => '2027',
  date: (_context, n) => `2027-0${1 + (n % 9)}-0${1 + (n % 8)}`,
  item: ({ world }, n) => pick(world.district.services.dictionaries.items.keys(), n, ''),
  operator: operatorId,
  login: (_context, n) => (n % 4 === 0 ? 'spare-1' : `login-${n}`),
  until: () => '2026-12-31',
  unit: () => UNITS[0],
  url: () => 'http://127.0.0.1:9/page',
  secret: (_context, n) => (n % 2 === 0 ? 'whsec_short' : `whsec_${'QUJD'.repeat(8)}`),
  dataset: ({ world }, n) => pick(world.district.services.dictionaries.datasets.keys(), n, ''),
  to: (_context, n) => pick(UNITS, n, ''),
  assistants: (_context, n) => pick(UNITS, n, ''),
  grant_type: (_context, n) => (n % 8 === 0 ? 'password' : 'urn:ietf:params:oauth:grant-type:device_code'),
  client_id: (_context, n) => (n % 8 === 0 ? 'another' : CLIENT),
  device_code: (_context, n) => pick(ALLOWED_CODES, n, ''),
  phone: () => APPLICANT.phone,
  'applicant.name': () => APPLICANT.name,
  'limit.unit': (_context, n) => pick(['hour', 'working_day', 'calendar_day'], n, ''),
  'days.name': () => '元旦',
  'addAttachment.name': () => '路灯.txt',
  'snoozeRequest.until': ({ world }, n) =>
    new Date(world.district.services.clock.now().valueOf() + (1 + (n % 24)) * 3_600_000).toISOString(),
  identity: () => APPLICANT.identity,
  identityNo: () => APPLICANT.identity.number,
  address: () => ADDRESS,
  phoneLast4: (_context, n) => (n % 4 === 0 ? '0000' : APPLICANT.phone.slice(-4)),
  'x-resident-token': ({ world }, n) => (n % 3 === 0 ? 'x' : world.residentToken),
  'idempotency-key': (_context, n) => (n % 10 === 0 ? 'the same each time' : 'fresh'),
  'if-match': ({ world, parameters }, n) => {
    const version = world.versions.get(parameters.no ?? parameters.id ?? '');
    return n % 3 === 0 || version === undefined ? '*' : `"${n % 7 === 0 ? version - 1 : version}"`;
  },
};

/** Ids that an operation can aim at, where another thing than an approval is meant. */
export const KNOWN_IDS: Readonly<Record<string, (context: Context, n: number) => string>> = {
  getOperator: operatorId,
  actOnOperator: operatorId,
  revokeSession: ({ world }, n) => pick(world.sessions, n, 'x'),
  revokeToken: ({ world }, n) => pick(world.tokens, n, 'x'),
};

function operatorId(_context: Context, n: number): string {
  return pick(SPARE_OPERATORS, n, '');
}

/** What an operation acts on, at a moment when that was open to this person when last seen. */
export function lastSeenOpen(
  { world, person }: Context,
  operation: string,
  n: number,
): Record<string, string> {
  const kind = KINDS[operation] ?? 'approval';
  const seen = person === undefined ? [] : [...(world.open.get(person) ?? [])];
  const open = seen.filter(([name, actions]) => kindOf(name) === kind && actions.length > 0);
  const [name, actions] = open[n % Math.max(open.length, 1)] ?? [];
  if (name === undefined || actions === undefined) return {};
  if (kind === 'approval') return { id: name };
  return { [kind === 'operator' ? 'id' : 'no']: name, action: actions[n % actions.length] ?? '' };
}

type Kind = 'request' | 'notice' | 'operator' | 'approval';
const KINDS: Readonly<Record<string, Kind>> = {
  actOnRequest: 'request',
  actOnNotice: 'notice',
  actOnOperator: 'operator',
};

function kindOf(name: string): Kind {
  if (name.startsWith('spare-')) return 'operator';
  if (name.startsWith('TZ-')) return 'notice';
  return name.length === 36 ? 'approval' : 'request';
}

const word: fc.Arbitrary<string> = fc.constantFrom(
  ...IS_VALUES,
  'submitted',
  'red,yellow',
  '320302,320302004',
  '320302004001',
  'agency:housing,none',
  'street_light_repair',
  'living',
  'resolve',
  'GL261125-0001,gl261125-0002',
  '>3d',
  '<=9999w',
  '2026-11-25',
  '<0000-01-01',
  '>9999-12-31',
  '=2026-02-29',
  '>=2',
  '路灯',
  '"北门 路灯"',
  '"',
  '\u0000',
);

/** Filters that can be read, filters that cannot, and filters as long as they may be. */
export const filter: fc.Arbitrary<Lazy<string>> = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(filterTerm(), { maxLength: 4 }).map((terms) => terms.join(' ')) },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: filterTerm().map((term) => `${term} `.repeat(40).slice(0, 2_000)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '灯'.repeat(2_000),
        'item:'.padEnd(2_000, 'x,'),
        '灯 '.repeat(40),
        'a'.repeat(2_001),
      ),
    },
  )
  .map((text) => () => text);

function filterTerm(): fc.Arbitrary<string> {
  const key = fc.constantFrom(...FILTER_KEYS, 'is', 'no', 'item', 'constructor', '');
  return fc
    .tuple(fc.boolean(), key, fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: hostileText }))
    .map(
      ([negated, name, value]) =>
        `${negated ? '-' : ''}${name === '' ? '' : `${name}:`}${value.slice(0, 300)}`,
    );
}

const CURSOR_KINDS: Readonly<Record<string, readonly string[]>> = {
  listRequests: ['requests.due', 'requests.newest', 'requests.oldest'],
  listApprovals: ['approvals'],
  listNotices: ['notices'],
  listDeliveries: ['deliveries'],
  listProgress: ['progress'],
  listRegions: ['regions'],
  listAgencies: ['agencies'],
  listItems: ['items'],
  listDatasets: ['datasets'],
  listOperators: ['operators'],
  listSessions: ['sessions'],
  listTokens: ['tokens'],
  listAudit: ['audit'],
  verifyAudit: ['audit.verification'],
  listTriage: ['triage'],
  getDutyLog: ['duty.log'],
  listPages: ['pages'],
};

/** Lists whose cursors say to which side of their row the page lies. */
const BOTH_WAYS = ['listRequests', 'listApprovals', 'listNotices', 'listOperators', 'listAudit'];

const ID = '0199e7a0-0000-7000-8000-000000000000';
const CURSOR_KEYS: fc.Arbitrary<string[]> = fc.constantFrom(
  ['2026-11-25T01:00:00.000Z', ID],
  ['infinity', ID],
  ['-infinity', ID],
  ['+275760-09-13T00:00:00.000Z', ID],
  ['-271821-04-20T00:00:00.000Z', ID],
  ['0000-01-01T00:00:00.000Z', ID],
  ['2026-02-30T00:00:00.000Z', ID],
  ['1 Jan 2026 (x)', ID],
  ['2026', ID],
  ['2026-11-25T01:00:00.000Z', 'x'],
  ['2026-11-25T01:00:00.000Z', ID.toUpperCase()],
  ['2026-11-25T01:00:00.000Z', '\u0000'],
  ['2026-11-25T01:00:00.000Z', '\ud800'],
  ['999999999999999999'],
  ['9'.repeat(30)],
  ['-1'],
  ['\u0000'],
  ['320302004001'],
  ['320302004001', '000001'],
  [
    '2026-11-25T01:00:00.000Z',
    'true',
    'false',
    '2026-11-24',
    '-1',
    '2026-11-24T16:00:00.000Z',
    'GL261125-0001',
  ],
  ['2026-11-25T01:00:00.000Z', 'maybe', 'false', '9999-99-99', '1', '2026-11-24T16:00:00.000Z', ID],
  [],
);

/** A cursor that this list gave, one that has been tampered with, or no cursor at all. */
export function cursorFor(operation: string): fc.Arbitrary<Lazy<string>> {
  const kind = fc.constantFrom(...(CURSOR_KINDS[operation] ?? ['x']));
  const side = BOTH_WAYS.includes(operation)
    ? fc.constantFrom(['>'], ['<'], ['>='], ['<='], ['x'], [])
    : fc.constant([]);
  const tampered = fc.tuple(kind, side, CURSOR_KEYS).map(
    ([name, sides, keys]) =>
      () =>
        Buffer.from(JSON.stringify([name, ...sides, ...keys])).toString('base64url'),
  );
  const given = fc.nat().map(
    (n) =>
      ({ world }: Context) =>
        pick(world.cursors.get(operation) ?? [], n, 'W10'),
  );
  return fc.oneof(
    given,
    tampered,
    fc.constantFrom('', 'W10', 'bnVsbA', '!!!!', 'e30', '灯').map((text) => () => text),
  );
}

export const eventCursor: fc.Arbitrary<Lazy<string>> = fc
  .constantFrom(
    '0.0',
    '1.1',
    '99999999999999999999.0',
    '18446744073709551615.9223372036854775807',
    '0.9999999999999999999',
    '1',
    '-1.0',
    'x'.repeat(65),
  )
  .map((text) => () => text);
