import { randomUUID } from 'node:crypto';
import type { Action } from '@district/contract/transitions.ts';
import type {
  ActionInput,
  ActionOutcome,
  CreateRequest,
  RequestDetail,
  RequestSummary,
} from '@district/contract/types.ts';
import type { Selectable } from 'kysely';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { bearerRow } from '../../../platform/access/bearers.ts';
import { newSigningKey } from '../../../platform/audit/signer.ts';
import { openAuditTrail } from '../../../platform/audit/trail.ts';
import { liveCalendar } from '../../../platform/calendar/live-calendar.ts';
import { loadDictionaries } from '../../../platform/dictionaries/dictionaries.ts';
import { startEventHub } from '../../../platform/events/hub.ts';
import { createApp } from '../../../platform/http/app.ts';
import type { App, Services } from '../../../platform/http/environment.ts';
import { DIRECT } from '../../../platform/http/network.ts';
import { loggableError } from '../../../platform/privacy/loggable-error.ts';
import { createSignIn } from '../../../platform/sign-in/sign-in.ts';
import type { OperatorsTable } from '../../../platform/store/schema/access.ts';
import { freshDatabase } from './database.ts';
import { TEST_KEYS } from './keys.ts';

/** Who works in the tests' district. Gulou's 琵琶街道 and a community of it stand for the lower levels. */
const PEOPLE = {
  administrator: { name: '王磊', role: 'administrator', region: '320302', unit: null },
  duty: { name: '陈晨', role: 'duty_officer', region: '320302', unit: null },
  approver: { name: '李娜', role: 'approver', region: '320302', unit: null },
  city: { name: '周敏', role: 'city_administrator', region: '3203', unit: null },
  urban: { name: '赵明', role: 'agency_handler', region: '320302', unit: 'agency:urban_management' },
  housing: { name: '孙丽', role: 'agency_handler', region: '320302', unit: 'agency:housing' },
  street: { name: '何军', role: 'street_operator', region: '320302004', unit: 'street:320302004000' },
  community: {
    name: '马静',
    role: 'community_operator',
    region: '320302004001',
    unit: 'community:320302004001',
  },
  security: { name: '钱进', role: 'security_officer', region: '320302', unit: null },
  auditor: { name: '吴兰', role: 'auditor', region: '320302', unit: null },
  author: { name: '郑文', role: 'notice_author', region: '320302', unit: null },
  province: { name: '许康', role: 'province_administrator', region: '32', unit: null },
  idle: { name: '曹新', role: null, region: '320302', unit: null },
  yunlongSecurity: { name: '钱程', role: 'security_officer', region: '320303', unit: null },
  yunlong: { name: '高洁', role: 'administrator', region: '320303', unit: null },
} as const satisfies Record<string, Pick<Selectable<OperatorsTable>, 'name' | 'role' | 'region' | 'unit'>>;
export type Person = keyof typeof PEOPLE;

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** One person's way into the API. */
export interface Desk {
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T>(path: string): Promise<Answer<T>>;
  file(input?: Partial<CreateRequest>): Promise<RequestSummary>;
  show(no: string): Promise<RequestDetail>;
  list(q: string): Promise<RequestSummary[]>;
  /** Takes an action and expects it to work. */
  act(no: string, action: Action, input?: ActionInput): Promise<ActionOutcome>;
  try<T = { code: string; detail: string }>(
    no: string,
    action: Action,
    input?: ActionInput,
    version?: string,
  ): Promise<Answer<T>>;
}

export interface District {
  app: App;
  services: Services;
  queries: string[];
  /** What the platform has logged, a line of JSON each. */
  logged: string[];
  /** Moves the one clock to a time in Asia/Shanghai. */
  at(time: string): void;
  as(person: Person): Desk;
  /** Whoever holds this token. */
  with(token: string): Desk;
  anyone: Desk;
}

/** A platform in this process on a real database, at a clock that only the test moves. */
export async function openDistrict(time = '2026-11-25T09:00'): Promise<District> {
  let now = instant(time);
  const queries: string[] = [];
  const { db, pool } = await freshDatabase((sql) => queries.push(sql));
  for (const [id, person] of Object.entries(PEOPLE)) {
    const district = person.region.slice(0, 6);
    await db
      .insertInto('operators')
      .values({ ...person, id, district })
      .execute();
    await db
      .insertInto('tokens')
      .values(bearerRow(id, { operator: { id, region: person.region }, kind: 'token', at: now }))
      .execute();
  }
  const logged: string[] = [];
  const log = pino({ serializers: { err: loggableError } }, { write: (line) => logged.push(line) });
  const events = await startEventHub(db, pool, log);
  const calendar = await liveCalendar(db, log);
  onTestFinished(() => {
    calendar.stop();
    return events.stop();
  });
  const clock = { now: () => now };
  const audit = openAuditTrail({ db, clock, log }, { key: newSigningKey(), files: [] });
  onTestFinished(() => audit.refusals.flush());
  const services: Services = {
    db,
    clock,
    dictionaries: await loadDictionaries(db),
    calendar,
    events,
    keys: TEST_KEYS,
    audit,
    log,
    signIn: createSignIn({ db, secret: 'a secret of these tests' }),
    network: DIRECT,
    sandbox: null,
  };
  const app = createApp(services);
  return {
    app,
    services,
    queries,
    logged,
    at: (moved) => {
      now = instant(moved);
    },
    as: (person) => deskOf(app, person),
    with: (token) => deskOf(app, token),
    anyone: deskOf(app, undefined),
  };
}

function instant(time: string): Date {
  return new Date(`${time}:00+08:00`);
}

/** A matter with five promised and ten statutory working days, that begins to count at dispatch. */
export const A_LAMP: CreateRequest = {
  item: 'street_light_repair',
  region: '320302004001',
  title: '路灯不亮',
  body: '小区北门三盏路灯坏了两周，晚上看不见路。',
  applicant: { name: '张建国', phone: '13800001234' },
  place: { address: '民主路12号3号楼' },
  source: 'phone',
};

function deskOf(app: App, token: string | undefined): Desk {
  async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const headers = new Headers(init.headers);
    // An empty value stands for a header left out.
    for (const [name, value] of [...headers]) if (value === '') headers.delete(name);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const response = await app.request(path, { ...init, headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as T };
  }
  const post: Desk['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    });
  const attempt: Desk['try'] = (no, action, input = {}, version = '*') =>
    post(`/v1/requests/${no}/actions/${action}`, input, { 'if-match': version });
  return {
    get: (path) => ask(path, {}),
    post,
    put: (path, body, headers = {}) =>
      ask(path, {
        method: 'PUT',
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...{ 'idempotency-key': randomUUID(), 'if-match': '*' },
          ...headers,
        },
      }),
    delete: (path) => ask(path, { method: 'DELETE', headers: { 'idempotency-key': randomUUID() } }),
    try: attempt,
    file: async (input = {}) => expectOk(await post<RequestSummary>('/v1/requests', { ...A_LAMP, ...input })),
    show: async (no) => expectOk(await ask<RequestDetail>(`/v1/requests/${no}`, {})),
    list: async (q) =>
      expectOk(
        await ask<{ items: RequestSummary[] }>(`/v1/requests?limit=200&q=${encodeURIComponent(q)}`, {}),
      ).items,
    act: async (no, action, input) => expectOk(await attempt<ActionOutcome>(no, action, input)),
  };
}

function expectOk<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
