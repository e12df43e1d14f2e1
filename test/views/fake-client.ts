import type {
  ActionInput,
  Approval,
  AuditFound,
  CreateNotice,
  DistrictEvent,
  NoticeSummary,
  RequestSummary,
} from '@district/contract/types.ts';
import type { ChangeOptions, Client } from '../../src/client/client.ts';
import { ClientError } from '../../src/client/client-error.ts';
import { problemFailure } from '../../src/client/problem-failure.ts';
import { connectionLost, outcomeUnknown } from '../../src/client/transport-failure.ts';
import type { FormAction } from '../../src/console/form/form.ts';
import { anAudit } from './sample-audit.ts';
import { AGENCY, aDetail, anApproval, anOverview, aRequest, NOW, STREET } from './sample-data.ts';
import { aNotice, aNoticeDetail } from './sample-notices.ts';
import { aGrid, aTrend } from './sample-progress.ts';

export interface Act {
  no: string;
  action: FormAction;
  input: ActionInput;
  options: ChangeOptions | undefined;
}

const PAGE_SIZE = 60;

/** A platform in memory: what it holds, what was asked of it, and whether it can be reached. */
export class FakePlatform {
  requests: RequestSummary[];
  approvals: Approval[];
  notices: NoticeSummary[];
  readonly pushed: CreateNotice[] = [];
  readonly counted: string[][] = [];
  readonly acts: Act[] = [];
  readonly filters: string[] = [];
  gridsAsked = 0;
  isAuditor = false;
  auditFindings: AuditFound[] = [];
  isUp = true;
  /** Thrown by the next write instead of doing it. */
  nextWriteError: ClientError | null = null;
  #waiting: (() => void)[] = [];
  readonly #events: DistrictEvent[] = [];

  constructor(count = 200) {
    this.requests = Array.from({ length: count }, (_, at) => aRequest(at + 1));
    this.notices = [1, 2, 3].map((at) => aNotice(at));
    this.approvals = [anApproval(1), anApproval(2, { arbitration: true, kind: 'return' })];
  }

  stop(): void {
    this.isUp = false;
    this.#wake();
  }

  start(): void {
    this.isUp = true;
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
  }

  #write(act: Act): void {
    this.#reach();
    this.acts.push(act);
    const error = this.nextWriteError;
    this.nextWriteError = null;
    if (error) throw error;
  }

  client(): Client {
    const only = <T>(items: T[]) => ({ items, next: null });
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
        return {
          id: 'u1',
          name: '王磊',
          role: 'administrator',
          region: { code: '320302000000', name: '鼓楼区' },
          unit: null,
          parties: ['centre'],
          rights: { reads: true, accounts: 'adds', audits: this.isAuditor, reveals: true },
        };
      },
      overview: async () => {
        this.#reach();
        return anOverview();
      },
      listRequests: async ({ q = '', cursor }) => {
        this.#reach();
        this.filters.push(q);
        const from = cursor === undefined ? 0 : Number(cursor);
        const to = from + PAGE_SIZE;
        return {
          items: this.requests.slice(from, to),
          next: to < this.requests.length ? String(to) : null,
        };
      },
      explainRequest: notUsed,
      reckonDue: notUsed,
      calendarYear: notUsed,
      setCalendarYear: notUsed,
      getRequest: async (no) => {
        this.#reach();
        return aDetail(this.requests.find((request) => request.no === no) ?? aRequest(1));
      },
      createRequest: notUsed,
      act: async (no, action, input, options) => {
        this.#write({ no, action, input, options });
        const request = this.requests.find((one) => one.no === no) ?? aRequest(1);
        return { request, approval: null };
      },
      listApprovals: async () => {
        this.#reach();
        return only(this.approvals);
      },
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
    while (this.isUp && !signal?.aborted) {
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
  }
}
