import { checkCharacter } from '@district/contract/identity-document.ts';
import type { HandedOver } from '@district/contract/types.ts';
import { deliver, prepareSending } from '../../../platform/notices/send.ts';
import { type District, openDistrict, type Person } from '../harness/district.ts';
import {
  insertAllowedCodes,
  insertEntry,
  insertResidents,
  insertSpareOperators,
  RESIDENT_TOKEN,
} from './inhabitants.ts';

export const PEOPLE = [
  'administrator',
  'approver',
  'duty',
  'city',
  'urban',
  'housing',
  'street',
  'community',
  'yunlong',
  'province',
  'author',
  'security',
  'auditor',
  'idle',
  'yunlongSecurity',
] as const satisfies Person[];

/** Who a request concerns, unlike anything else in the tests: where one of these appears, something personal has leaked. */
export const IDENTITY_NO = `32039919700101123${checkCharacter('32039919700101123')}`;
export const APPLICANT = {
  name: '欧阳申请人',
  phone: '13911112222',
  identity: { type: 'resident_identity', number: IDENTITY_NO },
} as const;
export const ADDRESS = '隐秘里七十七号';

/** A district to aim at, and what the answers so far have shown of it. */
export interface World {
  district: District;
  requests: Set<string>;
  notices: Set<string>;
  approvals: Set<string>;
  attachments: string[];
  /** The request they are with, which nobody has taken up. */
  attachedTo: string;
  /** A shift of the duty officer's that is over, and what it left to the next. */
  shifts: string[];
  handedOver: string[];
  versions: Map<string, number>;
  /** By person and request or notice, the actions that were open when last seen. */
  open: Map<Person, Map<string, string[]>>;
  cursors: Map<string, Set<string>>;
  residentToken: string;
  /** Of operators who make no calls. */
  sessions: readonly string[];
  tokens: readonly string[];
}

/** Numbers that are remembered at most; the newest are the ones whose state is known. */
const REMEMBERED_MAX = 200;

export async function openWorld(): Promise<World> {
  const district = await openDistrict();
  await insertResidents(district.services.db);
  await insertEntry(district.services.db);
  await insertAllowedCodes(district.services.db);
  const world: World = {
    district,
    requests: new Set(),
    notices: new Set(),
    approvals: new Set(),
    attachments: [],
    attachedTo: '',
    shifts: [],
    handedOver: [],
    versions: new Map(),
    open: new Map(PEOPLE.map((person) => [person, new Map()])),
    cursors: new Map(),
    residentToken: RESIDENT_TOKEN,
    ...(await insertSpareOperators(district.services.db, district.services.clock.now())),
  };
  await fileRequests(world);
  await attach(world);
  await keepTemplate(world);
  await handOverOnce(world);
  await sendNotice(world);
  return world;
}

/** One request in each of the states from which most actions lead on. */
async function fileRequests(world: World): Promise<void> {
  const centre = world.district.as('administrator');
  const file = () => centre.file({ applicant: APPLICANT, place: { address: ADDRESS } });
  const states = [
    'submitted',
    'accepted',
    'assigned',
    'in_progress',
    'asked',
    'resolved',
    'asked',
    'asked',
    'asked',
    'asked',
    'asked',
  ];
  for (const state of states) {
    const { no } = await file();
    world.requests.add(no);
    const steps = states.indexOf(state);
    if (steps >= 1) await centre.act(no, 'accept');
    if (steps >= 2) await centre.act(no, 'assign', { to: 'agency:urban_management' });
    const urban = world.district.as('urban');
    if (steps >= 3) await urban.act(no, 'sign');
    if (steps < 4) continue;
    const { approval } = await urban.act(no, 'resolve', { reply: '路灯已修好。' });
    if (!approval) throw new Error('resolving asked for no approval');
    world.approvals.add(approval.id);
    if (steps >= 5)
      await world.district.as('approver').post(`/v1/approvals/${approval.id}/grant`, {}, { 'if-match': '*' });
  }
}

/** Something put there by the street, whom few may take it away from. */
async function attach(world: World): Promise<void> {
  const [no = ''] = world.requests;
  world.attachedTo = no;
  const street = world.district.as('street');
  for (const name of ['one.txt', 'two.txt', 'three.txt', 'four.txt', 'five.txt', 'six.txt']) {
    const { body } = await street.post<{ id: string }>(`/v1/requests/${no}/attachments`, ATTACHMENT(name));
    world.attachments.push(body.id);
  }
}

async function handOverOnce(world: World): Promise<void> {
  const duty = world.district.as('duty');
  await duty.post('/v1/duty/shifts', {});
  const notes = ['黄楼泵房夜里停过一次', '北门路灯已报修'].map((text) => ({ text }));
  const { body } = await duty.post<HandedOver>('/v1/duty/handover', { notes });
  world.shifts.push(body.shift.id);
  world.handedOver.push(...body.items.map(({ id }) => id));
}

async function keepTemplate({ district: { services } }: World): Promise<void> {
  await services.db
    .insertInto('reply_templates')
    .values({
      ...{ district: '320302', name: 'kept', field: 'reply', text: '已修复' },
      ...{ by_name: '陈晨', at: services.clock.now(), version: 1 },
    })
    .execute();
}

const ATTACHMENT = (name: string) => ({ name, content: Buffer.from('路灯不亮').toString('base64') });

async function sendNotice(world: World): Promise<void> {
  const { district } = world;
  const written = await district.as('duty').post<{ no: string }>('/v1/notices', {
    title: '停水通知',
    body: '因管道检修，明日八时至十八时停水。',
    audience: { regions: ['320302004001'] },
    channels: ['inbox', 'site'],
  });
  const { no } = written.body;
  await district.as('approver').post(`/v1/notices/${no}/actions/approve`, {}, { 'if-match': '*' });
  const { db } = district.services;
  const notice = await db
    .selectFrom('notices')
    .select(['district', 'id'])
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  for (const range of await prepareSending(district.services, notice))
    await deliver(district.services, range);
  world.notices.add(no);
}

/** Whoever has signed out in one call is back for the next. */
export async function letEverybodyBackIn({ district }: World): Promise<void> {
  await district.services.db.updateTable('tokens').set({ ended_at: null }).execute();
}

/** Takes from an answer what later calls can aim at. */
export function learn(world: World, operation: string, person: Person | undefined, body: unknown): void {
  const seen = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(seen);
    if (typeof value !== 'object' || value === null) return;
    const { no, id, kind, version, actions, next, prev } = value as Record<string, unknown>;
    const name = typeof no === 'string' ? no : typeof id === 'string' ? id : undefined;
    if (typeof no === 'string') remember(no.startsWith('TZ-') ? world.notices : world.requests, no);
    else if (typeof id === 'string' && typeof kind === 'string' && /^[0-9a-f-]{36}$/.test(id))
      remember(world.approvals, id);
    if (name !== undefined && typeof version === 'number') world.versions.set(name, version);
    if (name !== undefined && Array.isArray(actions) && person)
      world.open.get(person)?.set(name, actions as string[]);
    for (const cursor of [next, prev]) {
      if (typeof cursor !== 'string') continue;
      const cursors = world.cursors.get(operation) ?? new Set();
      remember(cursors, cursor);
      world.cursors.set(operation, cursors);
    }
    Object.values(value).forEach(seen);
  };
  seen(body);
}

function remember(known: Set<string>, value: string): void {
  known.delete(value);
  known.add(value);
  for (const oldest of known) {
    if (known.size <= REMEMBERED_MAX) return;
    known.delete(oldest);
  }
}
