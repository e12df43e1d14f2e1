import { REQUESTS_SELECTED_MAX } from '@district/contract/limits.ts';
import type {
  ActionInput,
  AddOperator,
  Approval,
  AuditFound,
  CreateNotice,
  DistrictEvent,
  DutyStatus,
  HandOver,
  HandoverItem,
  NoticeSummary,
  Operator,
  OperatorActionInput,
  Problem,
  ReplyTemplate,
  RequestSort,
  RequestSummary,
  Shift,
  StartDuty,
} from '@district/contract/types.ts';
import type { ChangeOptions, Client } from '../../src/client/client.ts';
import { ClientError } from '../../src/client/client-error.ts';
import { problemFailure } from '../../src/client/problem-failure.ts';
import { connectionLost, outcomeUnknown } from '../../src/client/transport-failure.ts';
import type { FormAction } from '../../src/console/form/form.ts';
import type { ShownCode } from '../../src/session/device-sign-in.ts';
import { anAccount, anAccountDetail } from './sample-accounts.ts';
import { anAudit } from './sample-audit.ts';
import { AGENCY, aDetail, anApproval, anOverview, aRequest, NOW, STREET } from './sample-data.ts';
import { aCount } from './sample-facets.ts';
import { aNotice, aNoticeDetail } from './sample-notices.ts';
import { aGrid, aTrend } from './sample-progress.ts';
import { someStats, someStatsTrend } from './sample-stats.ts';

export interface Act {
  no: string;
  action: FormAction;
  input: ActionInput | AddOperator | OperatorActionInput | StartDuty | HandOver | { take: boolean };
  options: ChangeOptions | undefined;
}

const PAGE_SIZE = 60;

export const A_SHIFT: Shift = {
  id: '0199e7a0-0000-7000-8000-000000000001',
  district: '320302',
  operator: { id: 'u1', name: '王磊' },
  mine: true,
  from: '2026-11-24T12:00:00.000Z',
  until: '2026-11-25T00:00:00.000Z',
  endedAt: null,
  ended: null,
  to: null,
};

function aProblem(code: Problem['code'], status: number): Problem {
  return { type: `urn:district:problem:${code}`, code, title: code, status, detail: `It is ${code}.` };
}

/** A platform in memory: what it holds, what was asked of it, and whether it can be reached. */
export class FakePlatform {
  templates: ReplyTemplate[] = [];
  similar: RequestSummary[] = [];
  requests: RequestSummary[];
  approvals: Approval[];
  notices: NoticeSummary[];
  accounts = [1, 2, 3].map((at) => anAccount(at));
  /** Of the operator who asks. */
  rights: Operator['rights'] = { reads: true, accounts: null, audits: false, reveals: true };
  readonly pushed: CreateNotice[] = [];
  readonly counted: string[][] = [];
  readonly acts: Act[] = [];
  readonly filters: string[] = [];
  readonly detailsAsked: string[] = [];
  /** By which cursor or end each page of requests was asked for. */
  readonly pagesAsked: string[] = [];
  /** What a selection waits for before it is answered. */
  selecting: Promise<void> = Promise.resolve();
  gridsAsked = 0;
  /** Of each call for figures. */
  readonly statsAsked: object[] = [];
  /** For how long a revealed value may be shown. */
  revealMs = 300_000;
  isAuditor = false;
  auditFindings: AuditFound[] = [];
  /** The instant of its overview. */
  asOf = NOW;
  overdueStatutory = 3;
  isUp = true;
  isOver = false;
  codesAsked = 0;
  duty: DutyStatus = { asOf: NOW, mayStart: true, shifts: [], recent: [], items: [], open: {} };
  operator: Operator = {
    id: 'u1',
    name: '王磊',
    role: 'administrator',
    region: { code: '320302000000', name: '鼓楼区' },
    unit: null,
    parties: ['centre'],
    rights: { reads: true, accounts: 'adds', audits: false, reveals: true },
    bearer: { kind: 'session', scopes: null, expiresAt: null },
  };
  /** Thrown by the next write instead of doing it. */
  nextWriteError: ClientError | null = null;
  #waiting: (() => void)[] = [];
  #decide: (decision: { name: string } | 'refused') => void = () => {};
  readonly #events: DistrictEvent[] = [];

  constructor(count = 200) {
    this.requests = Array.from({ length: count }, (_, at) => aRequest(at + 1));
    this.notices = [1, 2, 3].map((at) => aNotice(at));
    this.approvals = [anApproval(1), anApproval(2, { arbitration: true, kind: 'return' })];
  }

  private setClaim(no: string, claim: RequestSummary['claim']): RequestSummary {
    const at = this.requests.findIndex((request) => request.no === no);
    const claimed = { ...(this.requests[at] ?? aRequest(1)), claim };
    this.requests[at] = claimed;
    return claimed;
  }

  /** What a filter finds here: words in the matter, numbers; anything else is everything. */
  matching(q: string, sort: RequestSort): RequestSummary[] {
    const numbers = /^no:(\S+)$/.exec(q)?.[1]?.split(',');
    const found = this.requests.filter(
      ({ no, title }) => numbers?.includes(no) ?? (q.includes(':') || q === '' || title.includes(q)),
    );
    return sort === 'newest' ? found.toReversed() : found;
  }

  stop(): void {
    this.isUp = false;
    this.#wake();
  }

  start(): void {
    this.isUp = true;
  }

  /** Revokes the session the console is in. */
  endSession(): void {
    this.isOver = true;
    this.#wake();
  }

  /** Lets whoever waits for it in as `name`, or refuses them. */
  decide(decision: { name: string } | 'refused'): void {
    this.#decide(decision);
  }

  /** Signs in again as the console does: a code, then whoever was let in. */
  /** Where one is told to sign in. */
  signInPage = 'https://gulou.example/device';

  async *reopen(): AsyncGenerator<ShownCode, { client: Client; me: Operator }> {
    this.codesAsked += 1;
    const decided = new Promise<{ name: string } | 'refused'>((resolve) => (this.#decide = resolve));
    const uri = this.signInPage;
    yield {
      userCode: 'BCDF-GHJK',
      uri,
      wholeUri: `${uri}?user_code=BCDF-GHJK`,
      endsAtMs: Date.parse('2026-11-25T00:41:00.000Z'),
    };
    const decision = await decided;
    if (decision === 'refused') throw new ClientError(problemFailure(aProblem('access_denied', 400)));
    this.isOver = false;
    const { id, name } = this.operator;
    this.operator = {
      ...this.operator,
      id: decision.name === name ? id : decision.name,
      name: decision.name,
    };
    return { client: this.client(), me: this.operator };
  }

  tell(event: DistrictEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  loseNextAnswer(): void {
    this.nextWriteError = new ClientError(outcomeUnknown('http://platform', 'key'));
  }

  conflictNextWrite(): void {
    this.nextWriteError = new ClientError(
      problemFailure({
        type: 'urn:district:problem:version_mismatch',
        code: 'version_mismatch',
        title: 'Somebody changed it in between',
        status: 412,
        detail: 'Li Na changed it.',
        current: {
          state: 'in_progress',
          version: 9,
          changedBy: '李娜',
          changedAt: '2026-11-25T00:30:00.000Z',
          lastAction: 'remind',
        },
      }),
    );
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #reach(): void {
    if (!this.isUp) throw new ClientError(connectionLost('http://platform', 'refused'));
    if (this.isOver) throw new ClientError(problemFailure(aProblem('session_ended', 401)));
  }

  #write(act: Act): void {
    this.#reach();
    this.acts.push(act);
    const error = this.nextWriteError;
    this.nextWriteError = null;
    if (error) throw error;
  }

  client(): Client {
    const only = <T>(items: T[]) => ({ items, next: null, prev: null });
    const notUsed = async () => {
      throw new Error('not used here');
    };
    return {
      url: 'http://platform',
      platform: async () => {
        this.#reach();
        return {
          name: 'fake',
          version: '0',
          contract: '1.0',
          language: 'zh',
          now: NOW,
          timeZone: 'Asia/Shanghai',
          sandbox: null,
        };
      },
      askForDeviceCode: notUsed,
      askForDeviceToken: notUsed,
      endSession: notUsed,
      me: async () => {
        this.#reach();
        return { ...this.operator, rights: { ...this.rights, audits: this.isAuditor } };
      },
      overview: async () => {
        this.#reach();
        const overview = anOverview();
        const groups = overview.groups.map((group) =>
          group.id === 'overdue_statutory' ? { ...group, count: this.overdueStatutory } : group,
        );
        return { ...overview, groups, asOf: this.asOf };
      },
      listRequests: async ({ q = '', sort = 'due', limit = PAGE_SIZE, cursor, page }) => {
        this.#reach();
        this.filters.push(q);
        this.pagesAsked.push(cursor ?? page ?? 'first');
        const matching = this.matching(q, sort);
        const end = cursor?.startsWith('<')
          ? Number(cursor.slice(1))
          : page === 'last'
            ? matching.length
            : Number(cursor?.slice(1) ?? 0) + limit;
        const from = Math.max(0, end - limit);
        return {
          items: matching.slice(from, end),
          next: end < matching.length ? `>${end}` : null,
          prev: from > 0 ? `<${from}` : null,
        };
      },
      selectRequests: async ({ q = '', sort = 'due', firstNo, lastNo }) => {
        this.#reach();
        await this.selecting;
        const matching = this.matching(q, sort);
        const at = (no: string | undefined, otherwise: number) =>
          no === undefined ? otherwise : matching.findIndex((row) => row.no === no);
        const found = matching.slice(at(firstNo, 0), at(lastNo, matching.length) + 1);
        const items = found.slice(0, REQUESTS_SELECTED_MAX).map(({ no, title, claim, version, actions }) => ({
          no,
          title,
          claim,
          version,
          actions,
        }));
        return { items, more: found.length > items.length };
      },
      explainRequest: notUsed,
      reckonDue: notUsed,
      calendarYear: notUsed,
      setCalendarYear: notUsed,
      countRequests: async ({ q = '' }) => {
        this.#reach();
        this.filters.push(q);
        return aCount(this.requests.length);
      },
      getRequest: async (no) => {
        this.#reach();
        this.detailsAsked.push(no);
        return aDetail(this.requests.find((request) => request.no === no) ?? aRequest(1));
      },
      createRequest: notUsed,
      rectificationSetting: notUsed,
      setRectification: notUsed,
      listTemplates: async () => ({ items: this.templates }),
      saveTemplate: notUsed,
      removeTemplate: notUsed,
      addAttachment: notUsed,
      readAttachment: notUsed,
      removeAttachment: notUsed,
      reveal: async (no, { fields, ...input }) => {
        this.#write({
          no,
          action: 'request.reveal',
          input: { ...input, fields } as ActionInput,
          options: undefined,
        });
        const all = {
          name: '张建国',
          phone: '13855215521',
          identity: '320399197001011234',
          address: '牌楼小区3号楼',
        };
        const values = Object.fromEntries(
          Object.entries(all).filter(([field]) => fields.includes(field as never)),
        );
        return {
          no,
          values,
          revealedAt: NOW,
          expiresAt: new Date(Date.parse(NOW) + this.revealMs).toISOString(),
        };
      },
      listReveals: notUsed,
      findByApplicant: notUsed,
      exportRequests: notUsed,
      claim: async (no) =>
        this.setClaim(no, { by: '王磊', mine: true, since: NOW, until: '2026-11-25T01:00:00.000Z' }),
      release: async (no) => this.setClaim(no, null),
      note: notUsed,
      snooze: notUsed,
      similarRequests: async () => ({ items: this.similar }),
      listTriage: notUsed,
      triageCard: notUsed,
      duty: async () => this.duty,
      startDuty: async (input, options) => {
        this.#write({ no: 'start', action: 'duty.start', input, options });
        return { shift: A_SHIFT, taken: [], items: [] };
      },
      handOver: async (input, options) => {
        if (!options?.dryRun) this.#write({ no: 'handover', action: 'duty.handover', input, options });
        return { shift: A_SHIFT, items: this.duty.items, beyond: 0, lapsed: [] };
      },
      acknowledge: async (item, take, options) => {
        this.#write({ no: item, action: 'duty.handover', input: { take }, options });
        return this.duty.items[0] as HandoverItem;
      },
      dutyLog: notUsed,
      planReminders: notUsed,
      remindUnit: notUsed,
      listPagingSteps: notUsed,
      setPagingStep: notUsed,
      removePagingStep: notUsed,
      testPagingStep: notUsed,
      listPages: notUsed,
      act: async (no, action, input, options) => {
        this.#write({ no, action, input, options });
        const request = this.requests.find((one) => one.no === no) ?? aRequest(1);
        return { request, approval: null, heldUntil: null };
      },
      listApprovals: async () => {
        this.#reach();
        return only(this.approvals);
      },
      approvalSettings: notUsed,
      setApprovalSetting: notUsed,
      getApproval: async () => anApproval(1),
      grantApproval: async (id, input, options) => {
        this.#write({ no: id, action: 'grant', input, options });
        return anApproval(1);
      },
      refuseApproval: async (id, input, options) => {
        this.#write({ no: id, action: 'refuse', input, options });
        return anApproval(1);
      },
      listNotices: async () => {
        this.#reach();
        return only(this.notices);
      },
      getNotice: async (no) => {
        this.#reach();
        return aNoticeDetail(this.notices.find((notice) => notice.no === no) ?? aNotice(1));
      },
      countAudience: async ({ regions }) => {
        this.#reach();
        this.counted.push([...regions]);
        return { persons: 16_003, households: 5_334, regions: [STREET] };
      },
      createNotice: async (input) => {
        this.#reach();
        this.pushed.push(input);
        return aNoticeDetail(aNotice(9, { title: input.title, state: 'pending_approval' }));
      },
      actOnNotice: async (no, action, input, options) => {
        this.#write({ no, action: `notice.${action}`, input, options });
        return aNoticeDetail(aNotice(1));
      },
      listDeliveries: notUsed,
      listOperators: async () => {
        this.#reach();
        return only(this.accounts);
      },
      getOperator: async (no) => {
        this.#reach();
        return anAccountDetail(this.accounts.find(({ login }) => login === no) ?? anAccount(1));
      },
      addOperator: async (input, options) => {
        this.#write({ no: input.login, action: 'operator.add', input, options });
        return anAccountDetail(anAccount(9, { login: input.login, name: input.name, role: null }));
      },
      actOnOperator: async (no, action, input, options) => {
        this.#write({ no, action: `operator.${action}`, input, options });
        return { ...anAccountDetail(anAccount(1)), initialPassword: null };
      },
      listSessions: notUsed,
      revokeSession: notUsed,
      listTokens: notUsed,
      createToken: notUsed,
      revokeToken: notUsed,
      listRegions: async () =>
        only([
          {
            code: '320302003000',
            name: '琵琶街道',
            level: 'street',
            parent: '320302000000',
            validFrom: '2020-01-01',
            validTo: null,
            successors: [],
          },
        ]),
      listAgencies: async () =>
        only(
          [
            { ...AGENCY, name: '城管' },
            { ...AGENCY, id: 'housing', name: '房产' },
          ].map(({ id, name }) => ({
            id,
            nameZh: name,
            nameEn: id,
            shortZh: name,
            validFrom: '2020-01-01',
            validTo: null,
            successors: [],
          })),
        ),
      listItems: async () => only([]),
      listDatasets: async () => only(aGrid().datasets),
      listProgress: notUsed,
      stats: async (query) => {
        this.#reach();
        this.statsAsked.push(query);
        return someStats(query);
      },
      statsTrend: async (query) => {
        this.#reach();
        return someStatsTrend(query);
      },
      progressGrid: async ({ region }) => {
        this.#reach();
        this.gridsAsked += 1;
        return aGrid(region);
      },
      progressTrend: async ({ region = '', dataset }) => aTrend(region, dataset),
      listAudit: async ({ outcome }) => {
        this.#reach();
        return only(anAudit().filter((entry) => outcome === undefined || entry.outcome === outcome));
      },
      verifyAudit: async () => ({
        chain: '320302',
        verified: 3,
        findings: this.auditFindings,
        anchor: null,
        unsealed: 0,
        checkpoint: null,
        next: null,
      }),
      events: ({ signal }) => this.#follow(signal),
      raw: notUsed,
    };
  }

  async *#follow(signal: AbortSignal | undefined): AsyncGenerator<DistrictEvent> {
    this.#reach();
    let seen = this.#events.length;
    while (this.isUp && !this.isOver && !signal?.aborted) {
      while (seen < this.#events.length) {
        const event = this.#events[seen];
        seen += 1;
        if (event) yield event;
      }
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (this.isOver) this.#reach();
  }
}
