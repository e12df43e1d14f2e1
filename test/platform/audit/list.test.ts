import type { AuditEntry, AuditVerification, Page } from '@district/contract/types.ts';
import { describe, expect, test } from 'vitest';
import { appendAudit, NO_DISTRICT } from '../../../platform/audit/append.ts';
import { type AuditQuery, listAudit } from '../../../platform/audit/list.ts';
import { type District, openDistrict } from '../harness/district.ts';
import { enter, GULOU, sealAll } from './chain.ts';

const AUDITOR = { id: 'x', name: '吴兰', role: 'auditor', unit: null } as const;

async function objects(
  { services }: District,
  region: string,
  query: Partial<AuditQuery> = {},
): Promise<string[]> {
  const { items } = await listAudit(services, { ...AUDITOR, region }, { limit: 50, ...query });
  return items.map(({ object }) => object);
}

describe('the list of the audit', () => {
  test('is newest first, in pages without a gap or a repeat, however many chains it comes from', async () => {
    const district = await openDistrict();
    const { db } = district.services;
    for (let n = 0; n < 12; n += 1) await enter(db, `a${n}`, n, n % 3 === 0 ? '320303' : GULOU);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query: AuditQuery = { limit: 5, ...(cursor !== undefined && { cursor }) };
      const page: Page<AuditEntry> = await listAudit(
        district.services,
        { ...AUDITOR, region: '3203' },
        query,
      );
      seen.push(...page.items.map(({ object }) => object));
      cursor = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => `a${11 - n}`));
  });

  test('shows each auditor the chains of the own subtree and that of nobody', async () => {
    const district = await openDistrict();
    const { db } = district.services;
    await enter(db, 'gulou', 1);
    await enter(db, 'yunlong', 2, '320303');
    await enter(db, 'city', 3, '3203');
    await enter(db, 'nobody', 4, NO_DISTRICT);
    const street = {
      id: 's',
      name: '何军',
      role: 'street_operator',
      region: '320302004',
      unit: null,
    } as const;
    const actor = { operator: street, address: null, requestId: 'r', at: new Date('2026-11-25T01:05:00Z') };
    await appendAudit(db, actor, { district: GULOU, action: 'requests.sign', object: 'street' });
    expect(await objects(district, GULOU)).toEqual(['street', 'nobody', 'gulou']);
    expect(await objects(district, '3203')).toEqual(['street', 'nobody', 'city', 'yunlong', 'gulou']);
    expect(await objects(district, '320302004')).toEqual(['street']);
    expect(await objects(district, '3203', { region: '320303000000' })).toEqual(['yunlong']);
    expect(await objects(district, '3203', { region: '320302004000' })).toEqual(['street']);
  });

  test('is filtered by who, what, to what, with what outcome, from where and when', async () => {
    const district = await openDistrict();
    const { no } = await district.as('duty').file();
    await district.as('duty').act(no, 'accept');
    await district.as('street').try(no, 'assign', { to: 'agency:housing' });
    await district.services.audit.refusals.flush();
    const actions = async (query: string) => {
      const { status, body } = await district.as('auditor').get<Page<AuditEntry>>(`/v1/audit?${query}`);
      expect(status).toBe(200);
      return body.items.map(({ action }) => action).toSorted();
    };
    expect(await actions('')).toEqual(['requests.accept', 'requests.assign', 'requests.create']);
    expect(await actions('operator=duty')).toEqual(['requests.accept', 'requests.create']);
    expect(await actions('action=requests.accept')).toEqual(['requests.accept']);
    expect(await actions('action=request')).toEqual([]);
    expect(await actions(`object=${no}&outcome=refused`)).toEqual(['requests.assign']);
    expect(await actions('ip=10.9.9.9')).toEqual([]);
    expect(await actions('from=2026-11-25T02:00:00.000Z')).toEqual([]);
    expect(await actions('to=2026-11-25T02:00:00.000Z&action=requests')).toHaveLength(3);
  });

  test('tells where each entry stands in the chain, once it is sealed; verification goes on from its cursor', async () => {
    const district = await openDistrict();
    await enter(district.services.db, 'a');
    await enter(district.services.db, 'x', 0, NO_DISTRICT);
    const auditor = district.as('auditor');
    const seqs = async () =>
      (await auditor.get<Page<AuditEntry>>('/v1/audit')).body.items.map(({ seq }) => seq);
    expect(await seqs()).toEqual([null, null]);
    await sealAll(district.services.db);
    expect(await seqs()).toEqual([1, 1]);
    const first = (await auditor.post<AuditVerification>('/v1/audit/verification', {})).body;
    expect(first).toMatchObject({
      chain: GULOU,
      verified: 1,
      findings: [],
      unsealed: 0,
      checkpoint: { seq: 1 },
    });
    const second = (await auditor.post<AuditVerification>('/v1/audit/verification', { cursor: first.next }))
      .body;
    expect(second).toMatchObject({ chain: NO_DISTRICT, verified: 1, findings: [], next: null });
    // A chain that only a checkpoint remembers has been removed whole.
    const { db } = district.services;
    await db.deleteFrom('audit').where('district', '=', GULOU).execute();
    await db.deleteFrom('audit_seals').where('district', '=', GULOU).execute();
    const gone = await auditor.post<AuditVerification>('/v1/audit/verification', {
      checkpoints: [first.checkpoint],
    });
    expect(gone.body.findings).toMatchObject([{ kind: 'cut_off', chain: GULOU, from: 1, to: 1 }]);
  });
});
