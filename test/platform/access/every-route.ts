import type { RouteName } from '@district/contract/routes.ts';
import type { Scope } from '@district/contract/vocabulary.ts';
import { ADDRESS, APPLICANT } from '../fuzz/world.ts';
import type { Person } from '../harness/district.ts';

/** What the cases are about: all of it in one community of Gulou, with urban management where an agency is at work. */
export interface Things {
  submitted: string;
  assigned: string;
  resolved: string;
  /** Returned twice, and now with urban management; the district lets administrators alone decide on returns. */
  returned: string;
  approval: string;
  /** Put with the submitted one by the street. */
  attachment: string;
  sentNotice: string;
  pendingNotice: string;
  residentToken: string;
  /** Of the street's operator. */
  session: string;
  token: string;
  /** By the duty officer. */
  claimed: string;
  /** Left by the shift before the one that the administrator and the duty officer are on. */
  handedOver: string;
}

/** One try at an operation. Whoever is neither in `may` nor in `forbidden` stands outside: 404, or a list without it. */
export interface Case {
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  may: readonly Person[];
  forbidden?: readonly Person[];
  /** Those who have the right and have used it, or have nothing to use it on: 409. */
  conflicts?: readonly Person[];
  /** A token needs this too for what the body asks. */
  besides?: Scope;
  /** For lists and sums: whether an answer shows the things. Without it the path names a single thing. */
  shows?: (body: never) => boolean;
}

const CENTRE = ['administrator', 'duty', 'city', 'province'] as const;
const PLACES = ['street', 'community'] as const;
const AGENCIES = ['urban', 'housing'] as const;
/** All in whose area the community lies; agencies see of requests only what is theirs. */
const GULOU = [...CENTRE, 'approver', 'author', ...PLACES, ...AGENCIES] as const;
/** Those who read no business data wherever they are: 403 on each of its routes, whether the thing is there or not. */
export const BARRED = ['security', 'auditor', 'idle', 'yunlongSecurity'] as const satisfies Person[];
const EVERYBODY = [...GULOU, ...BARRED, 'yunlong'] as const;
const ADMINISTRATORS = ['administrator', 'city', 'province'] as const;
const MANAGE_NO_ACCOUNTS = ['duty', 'approver', 'author', ...PLACES, ...AGENCIES, 'auditor', 'idle'] as const;

const NOT_ADMINISTRATORS = [...MANAGE_NO_ACCOUNTS, 'security', 'yunlongSecurity'] as const;

/** Who keeps duty in a district, and who has no business with it. */
const ON_DUTY = ['administrator', 'duty'] as const;
const NEVER_ON_DUTY = ['city', 'province', 'approver', 'author', ...PLACES, ...AGENCIES] as const;

const SEE_ALL = [...CENTRE, 'approver', 'author', ...PLACES] as const;
const NOT_CENTRE = ['approver', 'author', ...PLACES] as const;
const WRITE_NOTICES = ['administrator', 'duty', 'author', ...PLACES] as const;
const SEE_ASSIGNED = [...SEE_ALL, 'urban'] as const;

/** Region codes are public, so an audience beyond one's area is refused as such, and not as if it were not there. */
const BEYOND = ['yunlong'] as const;

/** Those who may see what is masked, and those of any area who may not. */
const REVEAL = ['administrator', 'duty', ...PLACES] as const;
const NO_REVEAL = ['city', 'province', 'approver', 'author', ...BARRED] as const;
const REASON = { purpose: '回访', case: 'XF-2026-118' };

const COMMUNITY = '320302004001';
const NOTICE = { title: '停电通知', body: '周三检修线路', audience: { regions: [COMMUNITY] } };
const FILING = {
  item: 'street_light_repair',
  region: COMMUNITY,
  title: '路灯不亮',
  body: '北门路灯坏了',
  applicant: APPLICANT,
  place: { address: ADDRESS },
};

interface List {
  items: Record<string, unknown>[];
}

function lists(field: string, value: string) {
  return ({ items }: List) => items.some((item) => item[field] === value);
}

/** Everybody signed in gets the same. */
function same(path: string): Case[] {
  return [{ path, may: EVERYBODY }];
}

const UNKNOWN_CODE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  device_code: 'unknown',
  client_id: 'x',
};

/** A try without a sign-in; it works unless it says how it is answered. */
export type OpenCase = Omit<Case, 'may'> & { answers?: string };

/** Who may do what, for every operation of the contract; `open` needs no sign-in. A new route without a line here fails the test. */
export function everyRoute(things: Things): Record<RouteName, Case[] | { open: OpenCase }> {
  const {
    submitted,
    resolved,
    assigned,
    returned,
    approval,
    attachment,
    sentNotice,
    pendingNotice,
    residentToken,
    session,
    token,
    claimed,
    handedOver,
  } = things;
  const decides = [...CENTRE, 'approver'] as const;
  const decided = { may: decides, forbidden: ['author', ...PLACES, 'urban'] } as const;
  return {
    getPlatform: { open: { path: '/v1/platform' } },
    getHealth: { open: { path: '/healthz' } },
    getReadiness: { open: { path: '/readyz' } },
    getMe: same('/v1/me'),
    endSession: same('/v1/session?dryRun=true'),
    askForDeviceCode: { open: { path: '/v1/device/code', body: { client_id: 'x' } } },
    askForDeviceToken: { open: { path: '/v1/device/token', body: UNKNOWN_CODE, answers: '400' } },
    listOperators: [
      {
        path: '/v1/operators',
        may: [...ADMINISTRATORS, 'security'],
        forbidden: MANAGE_NO_ACCOUNTS,
        shows: lists('id', 'street'),
      },
    ],
    addOperator: [
      {
        path: '/v1/operators?dryRun=true',
        body: { name: '新人', login: 'newcomer', region: COMMUNITY },
        may: ADMINISTRATORS,
        forbidden: [...MANAGE_NO_ACCOUNTS, 'security', 'yunlongSecurity'],
      },
    ],
    getOperator: [
      {
        path: '/v1/operators/street',
        may: [...ADMINISTRATORS, 'security'],
        forbidden: MANAGE_NO_ACCOUNTS,
      },
    ],
    actOnOperator: [
      {
        path: '/v1/operators/street/actions/take?dryRun=true',
        body: {},
        may: ['security'],
        forbidden: [...MANAGE_NO_ACCOUNTS, ...ADMINISTRATORS],
      },
      {
        path: '/v1/operators/spare-1/actions/unlock?dryRun=true',
        body: {},
        may: ['security'],
        forbidden: [...MANAGE_NO_ACCOUNTS, ...ADMINISTRATORS],
      },
      {
        path: '/v1/operators/street/actions/disable?dryRun=true',
        body: {},
        may: ADMINISTRATORS,
        forbidden: [...MANAGE_NO_ACCOUNTS, 'security'],
      },
    ],
    listSessions: [
      ...same('/v1/sessions'),
      {
        path: '/v1/sessions?operator=street',
        may: ['street', 'security'],
        forbidden: [...EVERYBODY.filter((person) => person !== 'yunlongSecurity')],
      },
    ],
    revokeSession: [{ path: `/v1/sessions/${session}?dryRun=true`, may: ['street', 'security'] }],
    listTokens: [
      ...same('/v1/tokens'),
      {
        path: '/v1/tokens?operator=street',
        may: ['street', 'security'],
        forbidden: [...EVERYBODY.filter((person) => person !== 'yunlongSecurity')],
      },
    ],
    createToken: [
      {
        path: '/v1/tokens?dryRun=true',
        body: { name: '夜间导出', scopes: ['accounts:read'], until: '2026-12-31' },
        may: EVERYBODY,
      },
    ],
    revokeToken: [{ path: `/v1/tokens/${token}?dryRun=true`, may: ['street', 'security'] }],
    listAgencies: same('/v1/agencies'),
    listItems: same('/v1/items'),
    listDatasets: same('/v1/datasets'),
    streamEvents: same('/v1/events'),
    reckonDue: same('/v1/calendar/due?from=2026-09-30&limit=5'),
    getCalendarYear: same('/v1/calendar/2027'),
    setCalendarYear: [
      {
        path: '/v1/calendar/2027?dryRun=true',
        body: { paper: '试行', days: [{ date: '2027-01-01', working: false, name: '元旦' }] },
        may: ['city', 'province'],
        forbidden: EVERYBODY.filter((person) => person !== 'city' && person !== 'province'),
      },
    ],
    listRegions: [
      {
        path: '/v1/regions?parent=320302004000',
        may: [...GULOU, 'security', 'auditor', 'idle'],
        shows: lists('code', COMMUNITY),
      },
    ],
    getOverview: [
      { path: '/v1/overview', may: SEE_ASSIGNED, shows: ({ open }: { open: number }) => open > 0 },
    ],
    listRequests: [
      { path: '/v1/requests', may: SEE_ASSIGNED, shows: lists('no', assigned) },
      { path: `/v1/requests?q=no:${submitted}`, may: SEE_ALL, shows: lists('no', submitted) },
    ],
    getStats: [
      {
        path: `/v1/stats?q=no:${assigned}`,
        may: SEE_ASSIGNED,
        shows: ({ total }: { total: { backlog: number } }) => total.backlog === 1,
      },
    ],
    getStatsTrend: [
      {
        path: `/v1/stats/trend?q=no:${assigned}`,
        may: SEE_ASSIGNED,
        shows: ({ rows }: { rows: unknown[] }) => rows.length > 0,
      },
    ],
    countRequests: [
      {
        path: `/v1/requests/facets?by=state&q=no:${submitted}`,
        may: SEE_ALL,
        shows: ({ counted }: { counted: number }) => counted > 0,
      },
    ],
    createRequest: [
      {
        path: '/v1/requests?dryRun=true',
        body: FILING,
        may: [...CENTRE, ...PLACES],
        forbidden: ['approver', 'author', ...AGENCIES],
      },
    ],
    selectRequests: [
      { path: '/v1/requests/selection', may: SEE_ASSIGNED, shows: lists('no', assigned) },
      { path: `/v1/requests/selection?firstNo=${submitted}`, may: SEE_ALL },
    ],
    getRequest: [
      { path: `/v1/requests/${submitted}`, may: SEE_ALL },
      { path: `/v1/requests/${assigned}`, may: SEE_ASSIGNED },
    ],
    explainRequest: [
      { path: `/v1/requests/${submitted}/clock`, may: SEE_ALL },
      { path: `/v1/requests/${assigned}/clock`, may: SEE_ASSIGNED },
    ],
    actOnRequest: [
      {
        path: `/v1/requests/${submitted}/actions/accept?dryRun=true`,
        body: {},
        may: CENTRE,
        forbidden: NOT_CENTRE,
      },
      {
        path: `/v1/requests/${assigned}/actions/sign?dryRun=true`,
        body: {},
        may: ['urban'],
        forbidden: [...CENTRE, ...NOT_CENTRE],
      },
      {
        path: `/v1/requests/${returned}/actions/arbitrate?dryRun=true`,
        body: { to: 'agency:housing', reason: '产权属房产' },
        may: ADMINISTRATORS,
        forbidden: ['duty', 'urban', ...NOT_CENTRE],
      },
    ],
    claimRequest: [
      { path: `/v1/requests/${submitted}/claim?dryRun=true`, may: CENTRE, forbidden: NOT_CENTRE },
    ],
    releaseRequest: [
      { path: `/v1/requests/${claimed}/claim?dryRun=true`, may: CENTRE, forbidden: [...NOT_CENTRE, 'urban'] },
    ],
    noteRequest: [
      {
        path: `/v1/requests/${submitted}/notes?dryRun=true`,
        body: { text: '已电话联系社区' },
        may: [...CENTRE, ...PLACES],
        forbidden: ['approver', 'author'],
      },
      {
        path: `/v1/requests/${assigned}/notes?dryRun=true`,
        body: { text: '明早去看' },
        may: [...CENTRE, ...PLACES, 'urban'],
        forbidden: ['approver', 'author'],
      },
    ],
    snoozeRequest: [
      {
        path: `/v1/requests/${submitted}/snooze?dryRun=true`,
        body: { until: '2026-11-25T06:00:00Z' },
        may: CENTRE,
        forbidden: NOT_CENTRE,
      },
    ],
    wakeRequest: [
      { path: `/v1/requests/${submitted}/snooze?dryRun=true`, may: CENTRE, forbidden: NOT_CENTRE },
    ],
    similarRequests: [
      { path: `/v1/requests/${submitted}/similar`, may: SEE_ALL },
      { path: `/v1/requests/${assigned}/similar`, may: SEE_ASSIGNED },
    ],
    listTriage: [{ path: '/v1/triage', may: [...GULOU, 'yunlong'] }],
    getTriageCard: [
      { path: `/v1/triage/${submitted}`, may: SEE_ALL },
      { path: `/v1/triage/${assigned}`, may: SEE_ASSIGNED },
    ],
    getDuty: [
      { path: '/v1/duty', may: GULOU, shows: ({ shifts }: { shifts: unknown[] }) => shifts.length > 0 },
    ],
    startDuty: [
      {
        path: '/v1/duty/shifts?dryRun=true',
        body: {},
        may: ['yunlong'],
        conflicts: ON_DUTY,
        forbidden: NEVER_ON_DUTY,
      },
    ],
    handOver: [
      {
        path: '/v1/duty/handover?dryRun=true',
        body: { notes: [{ text: '黄楼泵房夜里停过一次' }] },
        may: ON_DUTY,
        conflicts: ['yunlong'],
        forbidden: NEVER_ON_DUTY,
      },
    ],
    acknowledgeItem: [
      {
        path: `/v1/duty/items/${handedOver}/acknowledgement?dryRun=true`,
        body: {},
        may: ON_DUTY,
        forbidden: NEVER_ON_DUTY,
      },
    ],
    getDutyLog: [
      {
        path: '/v1/duty/log?from=2026-11-24T00:00:00Z&to=2026-11-26T00:00:00Z',
        may: CENTRE,
        forbidden: [...NOT_CENTRE, ...AGENCIES],
        shows: ({ items }: { items: unknown[] }) => items.length > 0,
      },
    ],
    planReminders: [
      {
        path: '/v1/reminders/plan?q=is:open',
        may: SEE_ASSIGNED,
        shows: ({ units }: { units: unknown[] }) => units.length > 0,
      },
    ],
    remindUnit: [
      {
        path: '/v1/reminders?dryRun=true',
        body: { unit: 'agency:urban_management', district: '320302', q: 'is:open' },
        may: CENTRE,
        forbidden: [...NOT_CENTRE, ...AGENCIES],
      },
    ],
    listPagingSteps: [
      { path: '/v1/paging', may: [...ADMINISTRATORS, 'yunlong'], forbidden: NOT_ADMINISTRATORS },
    ],
    setPagingStep: [
      {
        path: '/v1/paging/2?district=320302&dryRun=true',
        body: { cause: 'promised', afterHours: 8, who: '分管领导', url: 'https://pager.example.gov.cn/' },
        may: ADMINISTRATORS,
        forbidden: NOT_ADMINISTRATORS,
      },
    ],
    removePagingStep: [
      {
        path: '/v1/paging/1?district=320302&dryRun=true',
        may: ADMINISTRATORS,
        forbidden: NOT_ADMINISTRATORS,
      },
    ],
    testPagingStep: [
      {
        path: '/v1/paging/1/test?district=320302&dryRun=true',
        may: ADMINISTRATORS,
        forbidden: NOT_ADMINISTRATORS,
      },
    ],
    listPages: [{ path: '/v1/pages', may: [...ADMINISTRATORS, 'yunlong'], forbidden: NOT_ADMINISTRATORS }],
    getRectification: [{ path: '/v1/rectification-setting?district=320302', may: GULOU }],
    setRectification: [
      {
        path: '/v1/rectification-setting?district=320302&dryRun=true',
        body: { limit: { limit: 3, unit: 'working_day' } },
        may: ADMINISTRATORS,
        forbidden: GULOU.filter((person) => !(ADMINISTRATORS as readonly string[]).includes(person)),
      },
    ],
    // One's area here is one's own: whoever stands outside changes nothing of this one.
    listTemplates: [{ path: '/v1/templates', may: [...GULOU, 'yunlong'] }],
    saveTemplate: [
      {
        path: '/v1/templates/ok?dryRun=true',
        body: { field: 'reply', text: '已修复' },
        may: [...CENTRE, 'yunlong'],
        forbidden: ['approver', 'author', ...PLACES, ...AGENCIES],
      },
    ],
    removeTemplate: [
      {
        path: '/v1/templates/kept?dryRun=true',
        may: ['administrator', 'duty'],
        forbidden: ['approver', 'author', ...PLACES, ...AGENCIES],
      },
    ],
    addAttachment: [
      {
        path: `/v1/requests/${submitted}/attachments?dryRun=true`,
        body: { name: '路灯.txt', content: Buffer.from('路灯不亮').toString('base64') },
        may: [...CENTRE, ...PLACES],
        forbidden: ['approver', 'author'],
      },
    ],
    readAttachment: [
      {
        path: `/v1/requests/${submitted}/attachments/${attachment}`,
        may: REVEAL,
        forbidden: NO_REVEAL,
      },
    ],
    removeAttachment: [
      {
        path: `/v1/requests/${submitted}/attachments/${attachment}?dryRun=true`,
        may: [...CENTRE, 'street'],
        forbidden: ['approver', 'author', 'community'],
      },
    ],
    revealRequest: [
      {
        path: `/v1/requests/${submitted}/reveal`,
        body: { ...REASON, fields: ['phone'] },
        may: REVEAL,
        forbidden: NO_REVEAL,
      },
    ],
    listReveals: [
      {
        path: `/v1/requests/${submitted}/reveals`,
        may: [...CENTRE, 'approver', ...PLACES],
        forbidden: ['author'],
      },
    ],
    findByApplicant: [
      {
        path: '/v1/requests/by-applicant',
        body: { phone: APPLICANT.phone, purpose: REASON.purpose },
        may: REVEAL,
        forbidden: NO_REVEAL,
        shows: lists('no', submitted),
      },
    ],
    exportRequests: [
      {
        path: '/v1/requests/export',
        body: { q: `no:${submitted}`, unmasked: REASON },
        may: REVEAL,
        forbidden: ['city', 'province', 'approver', 'author'],
        besides: 'personal:reveal',
        shows: lists('no', submitted),
      },
      {
        path: '/v1/requests/export',
        body: { q: `no:${submitted}` },
        may: SEE_ALL,
        shows: lists('no', submitted),
      },
    ],
    listApprovals: [{ path: '/v1/approvals', may: SEE_ASSIGNED, shows: lists('id', approval) }],
    getApproval: [{ path: `/v1/approvals/${approval}`, may: SEE_ASSIGNED }],
    getApprovalSettings: [{ path: '/v1/approval-settings?district=320302', may: GULOU }],
    setApprovalSetting: [
      {
        path: '/v1/approval-settings/extend?district=320302&dryRun=true',
        body: { limit: { limit: 4, unit: 'hour' }, grantsItself: false, decider: 'centre' },
        may: ADMINISTRATORS,
        forbidden: ['duty', 'approver', 'author', ...PLACES, ...AGENCIES],
      },
    ],
    grantApproval: [{ path: `/v1/approvals/${approval}/grant?dryRun=true`, body: {}, ...decided }],
    refuseApproval: [
      { path: `/v1/approvals/${approval}/refuse?dryRun=true`, body: { reason: '未修好' }, ...decided },
    ],
    listNotices: [{ path: '/v1/notices', may: GULOU, shows: lists('no', sentNotice) }],
    getNotice: [{ path: `/v1/notices/${sentNotice}`, may: GULOU }],
    listDeliveries: [{ path: `/v1/notices/${sentNotice}/deliveries`, may: GULOU }],
    countAudience: [
      {
        path: '/v1/notices/audience',
        body: NOTICE.audience,
        may: WRITE_NOTICES,
        forbidden: ['city', 'province', 'approver', ...AGENCIES, ...BEYOND],
      },
    ],
    createNotice: [
      {
        path: '/v1/notices?dryRun=true',
        body: NOTICE,
        may: WRITE_NOTICES,
        forbidden: ['city', 'province', 'approver', ...AGENCIES, ...BEYOND],
      },
    ],
    actOnNotice: [
      {
        path: `/v1/notices/${pendingNotice}/actions/approve?dryRun=true`,
        body: {},
        may: ['administrator', 'city', 'province', 'approver'],
        forbidden: ['duty', 'author', ...PLACES, ...AGENCIES],
      },
      {
        path: `/v1/notices/${sentNotice}/actions/recall?dryRun=true`,
        body: {},
        may: [...CENTRE, ...NOT_CENTRE],
        forbidden: AGENCIES,
      },
    ],
    listProgress: [{ path: `/v1/progress?region=${COMMUNITY}`, may: GULOU }],
    getProgressGrid: [{ path: `/v1/progress/grid?region=${COMMUNITY}`, may: GULOU }],
    getProgressTrend: [{ path: `/v1/progress/trend?region=${COMMUNITY}&dataset=person`, may: GULOU }],
    listAudit: [{ path: '/v1/audit', may: ['auditor'], forbidden: EVERYBODY }],
    verifyAudit: [{ path: '/v1/audit/verification', body: {}, may: ['auditor'], forbidden: EVERYBODY }],
    fileRequest: { open: { path: '/v1/public/requests', body: FILING } },
    lookUpRequest: {
      open: {
        path: '/v1/public/requests/look-up',
        body: { no: submitted, phoneLast4: APPLICANT.phone.slice(-4) },
      },
    },
    rateRequest: {
      open: {
        path: '/v1/public/requests/rate',
        body: { no: resolved, phoneLast4: APPLICANT.phone.slice(-4), rating: 'satisfied' },
      },
    },
    readInbox: { open: { path: '/v1/public/inbox', headers: { 'x-resident-token': residentToken } } },
    listSiteNotices: { open: { path: `/v1/public/site/${COMMUNITY}/notices` } },
  };
}
