import { randomUUID } from 'node:crypto';
import type {
  AccessToken,
  AuditVerification,
  DeviceCode,
  DutyLog,
  EndedSession,
  Page,
  ProgressPage,
  TriagePage,
} from '@district/contract/types.ts';
import { platformBase, requireToken } from './address.ts';
import type { ChangeOptions, Client, OfDistrict, RawAnswer, WriteOptions } from './client.ts';
import { ClientError } from './client-error.ts';
import { type Call, clientError, connect, makeExchange } from './exchange.ts';
import { boundedFetch } from './road/bounded-fetch.ts';
import { fetchOver } from './road/fetch-over.ts';
import type { Road } from './road/road.ts';
import { notAPlatform } from './transport-failure.ts';

/** Time for an event stream to open; after that it may stay silent for as long as nothing happens. */
const EVENTS_OPEN_TIMEOUT_MS = 10_000;
/** Time for an answer to a raw call, the longest any call gets. */
const RAW_TIMEOUT_MS = 30_000;

/** What the console calls itself when it asks to be let in. */
const CLIENT_ID = 'district-console';
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export interface ClientOptions {
  /** Address of the platform: `https://…`, or `http://` on loopback. */
  url: string;
  token?: string;
  language?: string;
  /** How to get there where the plain way is not enough; loopback needs none. */
  road?: Road;
  signal?: AbortSignal;
}

/** A client of one platform, signed in with `token`. Throws ClientError when the address may not be used. */
export function createClient(options: ClientOptions): Client {
  const base = platformBase(options.url);
  const { language = 'zh', road, token, signal } = options;
  if (token !== undefined) requireToken(token);
  const connection = {
    base,
    language,
    ...(road && base.protocol === 'https:' && { road }),
    ...(token !== undefined && { token }),
    ...(signal && { signal }),
  };
  const http = connect(connection);
  const exchange = makeExchange(http, connection);
  // Node's own fetch would keep a console that stands idle before its event stream waking up twice a second.
  const streamFetch = boundedFetch(fetchOver(connection.road ?? {}));
  const { origin } = base;

  const read = async <T>(has: string, path: string, search: Call['search'] = {}, callSignal?: AbortSignal) =>
    (await exchange({ method: 'GET', path, has, search, signal: callSignal })) as T;
  const readPage = async <T, P extends Page<T> = Page<T>>(
    path: string,
    query: object,
    callSignal?: AbortSignal,
  ) => {
    const page = await read<P>('items', path, query as NonNullable<Call['search']>, callSignal);
    if (Array.isArray(page.items)) return page;
    throw new ClientError(notAPlatform(origin, 'no page'));
  };
  /** A question whose words belong in a body; without a key, and so never repeated by itself. */
  const ask = async <T>(has: string, path: string, json: unknown, callSignal?: AbortSignal) =>
    (await exchange({ method: 'POST', path, has, json, signal: callSignal })) as T;
  const write = async <T>(
    has: string,
    path: string,
    json: unknown,
    { idempotencyKey, dryRun, search }: WriteOptions & Pick<Call, 'search'>,
    ifMatch?: string,
    method: 'POST' | 'PUT' | 'DELETE' = 'POST',
  ) =>
    (await exchange({
      method,
      path,
      has,
      json,
      idempotencyKey: idempotencyKey ?? randomUUID(),
      ...((dryRun || search) && { search: { ...search, ...(dryRun && { dryRun }) } }),
      ...(ifMatch !== undefined && { ifMatch }),
    })) as T;
  const end = <T>(path: string, id: string, options: WriteOptions = {}) =>
    write<T>('id', `${path}/${encodeURIComponent(id)}`, undefined, options, undefined, 'DELETE');
  /** A change names the version that was seen, and in the address the district where one has several. */
  const change = <T>(
    has: string,
    path: string,
    json: unknown,
    { district, version, ...options }: ChangeOptions & OfDistrict = {},
    method: 'POST' | 'PUT' | 'DELETE' = 'POST',
  ) =>
    write<T>(
      has,
      path,
      json,
      { ...options, ...(district !== undefined && { search: { district } }) },
      version === undefined ? '*' : `"${version}"`,
      method,
    );

  return {
    url: base.href.replace(/\/$/, ''),
    platform: (callSignal) => read('contract', 'v1/platform', {}, callSignal),
    me: (callSignal) => read('role', 'v1/me', {}, callSignal),
    askForDeviceCode: async (callSignal) =>
      (await exchange({
        method: 'POST',
        path: 'v1/device/code',
        has: 'device_code',
        json: { client_id: CLIENT_ID },
        signal: callSignal,
      })) as DeviceCode,
    askForDeviceToken: async (deviceCode, callSignal) =>
      (await exchange({
        method: 'POST',
        path: 'v1/device/token',
        has: 'access_token',
        json: { grant_type: DEVICE_GRANT, device_code: deviceCode, client_id: CLIENT_ID },
        signal: callSignal,
      })) as AccessToken,
    endSession: async (callSignal) =>
      (await exchange({
        method: 'DELETE',
        path: 'v1/session',
        has: 'endedAt',
        signal: callSignal,
      })) as EndedSession,
    overview: (callSignal) => read('groups', 'v1/overview', {}, callSignal),
    listRequests: (query, callSignal) => readPage('v1/requests', query, callSignal),
    selectRequests: (query, callSignal) => read('items', 'v1/requests/selection', query, callSignal),
    countRequests: (query, callSignal) => read('facets', 'v1/requests/facets', query, callSignal),
    getRequest: (no, callSignal) => read('no', `v1/requests/${encodeURIComponent(no)}`, {}, callSignal),
    explainRequest: (no, callSignal) =>
      read('startedAt', `v1/requests/${encodeURIComponent(no)}/clock`, {}, callSignal),
    reckonDue: (query, callSignal) => read('dueAt', 'v1/calendar/due', query, callSignal),
    calendarYear: (year, callSignal) => read('days', `v1/calendar/${year}`, {}, callSignal),
    setCalendarYear: (year, input, options) => change('moved', `v1/calendar/${year}`, input, options, 'PUT'),
    createRequest: (input, options = {}) => write('no', 'v1/requests', input, options),
    claim: (no, options = {}) => write('no', of(no, 'claim'), undefined, options, undefined, 'PUT'),
    release: (no, options = {}) => write('no', of(no, 'claim'), undefined, options, undefined, 'DELETE'),
    note: (no, text, options = {}) => write('no', of(no, 'notes'), { text }, options),
    snooze: (no, until, options = {}) =>
      until === null
        ? write('no', of(no, 'snooze'), undefined, options, undefined, 'DELETE')
        : write('no', of(no, 'snooze'), { until }, options, undefined, 'PUT'),
    similarRequests: (no, callSignal) => read('items', of(no, 'similar'), {}, callSignal),
    listTriage: (query, callSignal) =>
      readPage<TriagePage['items'][number], TriagePage>('v1/triage', query, callSignal),
    triageCard: (no, callSignal) =>
      read('suggestions', `v1/triage/${encodeURIComponent(no)}`, {}, callSignal),
    duty: (callSignal) => read('shifts', 'v1/duty', {}, callSignal),
    startDuty: (input, options = {}) => write('shift', 'v1/duty/shifts', input, options),
    handOver: (input, options = {}) => write('shift', 'v1/duty/handover', input, options),
    acknowledge: (item, take, options = {}) =>
      write(
        'id',
        `v1/duty/items/${encodeURIComponent(item)}/acknowledgement`,
        take ? { take } : {},
        options,
        undefined,
        'PUT',
      ),
    dutyLog: (query, callSignal) =>
      readPage<DutyLog['items'][number], DutyLog>('v1/duty/log', query, callSignal),
    planReminders: (query, callSignal) => read('units', 'v1/reminders/plan', query, callSignal),
    remindUnit: (input, options = {}) => write('unit', 'v1/reminders', input, options),
    listPagingSteps: (callSignal) => read('items', 'v1/paging', {}, callSignal),
    setPagingStep: (step, input, options) => change('step', `v1/paging/${step}`, input, options, 'PUT'),
    removePagingStep: (step, options) => change('step', `v1/paging/${step}`, undefined, options, 'DELETE'),
    testPagingStep: (step, options) => change('step', `v1/paging/${step}/test`, undefined, options),
    listPages: (query, callSignal) => readPage('v1/pages', query, callSignal),
    act: (no, action, input, options) =>
      change('request', `v1/requests/${encodeURIComponent(no)}/actions/${action}`, input, options),
    listApprovals: (query, callSignal) => readPage('v1/approvals', query, callSignal),
    approvalSettings: (query, callSignal) => read('kinds', 'v1/approval-settings', query, callSignal),
    setApprovalSetting: (kind, input, options) =>
      change('kind', `v1/approval-settings/${kind}`, input, options, 'PUT'),
    getApproval: (id, callSignal) => read('id', `v1/approvals/${encodeURIComponent(id)}`, {}, callSignal),
    grantApproval: (id, input, options) =>
      change('id', `v1/approvals/${encodeURIComponent(id)}/grant`, input, options),
    refuseApproval: (id, input, options) =>
      change('id', `v1/approvals/${encodeURIComponent(id)}/refuse`, input, options),
    listNotices: (query, callSignal) => readPage('v1/notices', query, callSignal),
    getNotice: (no, callSignal) => read('no', `v1/notices/${encodeURIComponent(no)}`, {}, callSignal),
    rectificationSetting: (query, callSignal) => read('limit', 'v1/rectification-setting', query, callSignal),
    setRectification: (input, options) => change('limit', 'v1/rectification-setting', input, options, 'PUT'),
    listTemplates: (callSignal) => read('items', 'v1/templates', {}, callSignal),
    saveTemplate: (name, input, options) =>
      change('text', `v1/templates/${encodeURIComponent(name)}`, input, options, 'PUT'),
    removeTemplate: (name, options) =>
      change('text', `v1/templates/${encodeURIComponent(name)}`, undefined, options, 'DELETE'),
    addAttachment: (no, input, options = {}) =>
      write('sizeBytes', `v1/requests/${encodeURIComponent(no)}/attachments`, input, options),
    readAttachment: (no, id, callSignal) =>
      read(
        'content',
        `v1/requests/${encodeURIComponent(no)}/attachments/${encodeURIComponent(id)}`,
        {},
        callSignal,
      ),
    removeAttachment: (no, id, options) =>
      end(`v1/requests/${encodeURIComponent(no)}/attachments`, id, options),
    reveal: (no, input) => ask('values', `v1/requests/${encodeURIComponent(no)}/reveal`, input),
    listReveals: (no, callSignal) =>
      read('items', `v1/requests/${encodeURIComponent(no)}/reveals`, {}, callSignal),
    findByApplicant: (input) => ask('items', 'v1/requests/by-applicant', input),
    exportRequests: (input, callSignal) => ask('items', 'v1/requests/export', input, callSignal),
    countAudience: (audience, callSignal) => ask('persons', 'v1/notices/audience', audience, callSignal),
    createNotice: (input, options = {}) => write('no', 'v1/notices', input, options),
    actOnNotice: (no, action, input, options) =>
      change('no', `v1/notices/${encodeURIComponent(no)}/actions/${action}`, input, options),
    listDeliveries: (no, query, callSignal) =>
      readPage(`v1/notices/${encodeURIComponent(no)}/deliveries`, query, callSignal),
    listOperators: (query, callSignal) => readPage('v1/operators', query, callSignal),
    getOperator: (id, callSignal) => read('id', `v1/operators/${encodeURIComponent(id)}`, {}, callSignal),
    addOperator: (input, options = {}) => write('id', 'v1/operators', input, options),
    actOnOperator: (id, action, input, options) =>
      change('id', `v1/operators/${encodeURIComponent(id)}/actions/${action}`, input, options),
    listSessions: (query, callSignal) => readPage('v1/sessions', query, callSignal),
    revokeSession: (id, options) => end('v1/sessions', id, options),
    listTokens: (query, callSignal) => readPage('v1/tokens', query, callSignal),
    createToken: (input, options = {}) => write('id', 'v1/tokens', input, options),
    revokeToken: (id, options) => end('v1/tokens', id, options),
    listRegions: (query, callSignal) => readPage('v1/regions', query, callSignal),
    listAgencies: (query, callSignal) => readPage('v1/agencies', query, callSignal),
    listItems: (query, callSignal) => readPage('v1/items', query, callSignal),
    listDatasets: (query, callSignal) => readPage('v1/datasets', query, callSignal),
    listProgress: (query, callSignal) =>
      readPage<ProgressPage['items'][number], ProgressPage>('v1/progress', query, callSignal),
    progressGrid: (query, callSignal) => read('rows', 'v1/progress/grid', query, callSignal),
    progressTrend: (query, callSignal) => read('points', 'v1/progress/trend', query, callSignal),
    stats: (query, callSignal) => read('total', 'v1/stats', query, callSignal),
    statsTrend: (query, callSignal) => read('months', 'v1/stats/trend', query, callSignal),
    listAudit: (query, callSignal) => readPage('v1/audit', query, callSignal),
    verifyAudit: async (input, callSignal) =>
      (await exchange({
        method: 'POST',
        path: 'v1/audit/verification',
        has: 'findings',
        json: input,
        signal: callSignal,
      })) as AuditVerification,
    async *events({ after, signal: callSignal, onOpen }) {
      const { readEvents } = await import('./event-stream.ts');
      const call = { origin, timeoutMs: EVENTS_OPEN_TIMEOUT_MS, key: undefined };
      const signals = [signal, callSignal].filter((one) => one !== undefined);
      try {
        const response = await http('v1/events', {
          headers: { accept: 'text/event-stream', ...(after !== undefined && { 'last-event-id': after }) },
          fetch: streamFetch,
          timeout: EVENTS_OPEN_TIMEOUT_MS,
          retry: 0,
          signal: AbortSignal.any(signals),
        });
        onOpen?.();
        if (response.body) yield* readEvents(response.body, signals);
      } catch (error) {
        throw clientError(error, call);
      }
    },
    async raw(method, path, { body, headers = {} } = {}): Promise<RawAnswer> {
      const key =
        method === 'GET' || method === 'HEAD' ? undefined : (headers['idempotency-key'] ?? randomUUID());
      try {
        const response = await http(path.replace(/^\//, ''), {
          method,
          headers: {
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(key !== undefined && { 'idempotency-key': key, 'if-match': '*' }),
            ...headers,
          },
          ...(body !== undefined && { body }),
          ...(signal && { signal }),
          retry: 0,
          timeout: RAW_TIMEOUT_MS,
          throwHttpErrors: false,
        });
        return { status: response.status, headers: response.headers, body: await readBody(response) };
      } catch (error) {
        throw clientError(error, { origin, timeoutMs: RAW_TIMEOUT_MS, key });
      }
    },
  };
}

/** What belongs to one request. */
function of(no: string, what: string): string {
  return `v1/requests/${encodeURIComponent(no)}/${what}`;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== ''
    ? JSON.parse(text)
    : text;
}
