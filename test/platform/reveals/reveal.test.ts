import { checkCharacter } from '@district/contract/identity-document.ts';
import { REVEAL_MINUTES, UNMASKED_EXPORT_MAX } from '@district/contract/limits.ts';
import type {
  ApplicantRequests,
  ExportedRequest,
  Page,
  Revealed,
  RevealList,
} from '@district/contract/types.ts';
import type { Scope } from '@district/contract/vocabulary.ts';
import { describe, expect, test } from 'vitest';
import { openBearer } from '../../../platform/access/bearers.ts';
import { type Desk, type District, openDistrict } from '../harness/district.ts';

const NUMBER = `32039919700101123${checkCharacter('32039919700101123')}`;
const APPLICANT = {
  name: '欧阳申请人',
  phone: '13911112222',
  identity: { type: 'resident_identity', number: NUMBER },
} as const;
const ADDRESS = '隐秘里七十七号';
const REASON = { purpose: '回访', case: 'XF-2026-118' };

interface Problem {
  code: string;
  detail: string;
}

async function openWithOne(more: object = {}) {
  const district = await openDistrict();
  const centre = district.as('administrator');
  const { no } = await centre.file({ applicant: APPLICANT, place: { address: ADDRESS }, ...more });
  return { district, centre, no };
}

async function audited({ services }: District, action: string) {
  const rows = await services.db
    .selectFrom('audit')
    .select(['object', 'operator_name', 'after'])
    .where('action', '=', action)
    .execute();
  return rows.map(({ object, operator_name: by, after }) => ({ object, by, after }));
}

describe('a reveal', () => {
  test('shows what was asked for, for some minutes, and says in the audit who looked and why', async () => {
    const { district, centre, no } = await openWithOne();
    const { status, body } = await centre.post<Revealed>(`/v1/requests/${no}/reveal`, {
      ...REASON,
      fields: ['name', 'phone', 'identity', 'address', 'text'],
    });
    expect(status).toBe(200);
    expect(body.values).toEqual({
      name: APPLICANT.name,
      phone: APPLICANT.phone,
      identity: NUMBER,
      address: ADDRESS,
    });
    const minutes = (Date.parse(body.expiresAt) - Date.parse(body.revealedAt)) / 60_000;
    expect(minutes).toBe(REVEAL_MINUTES);
    const entries = await audited(district, 'requests.reveal');
    expect(entries).toMatchObject([{ object: no, by: '王磊', after: REASON }]);
    expect(JSON.stringify(entries)).not.toMatch(/欧阳|139111|320399|隐秘/);
  });

  test('opens the text whose numbers were masked, and leaves the others in it masked', async () => {
    const { centre, no } = await openWithOne({
      title: '找人13911112222',
      body: `证件 ${NUMBER},电话0516-83720000。`,
    });
    const shown = await centre.show(no);
    expect(shown.title).toBe('找人*******2222');
    expect(shown.body).toBe(`证件 **************${NUMBER.slice(-4)},电话****-****0000。`);
    const { body } = await centre.post<Revealed>(`/v1/requests/${no}/reveal`, {
      ...REASON,
      fields: ['text'],
    });
    expect(body.values).toEqual({
      text: { title: '找人13911112222', body: `证件 ${NUMBER},电话0516-83720000。` },
    });
  });

  test.each([
    ['no purpose', { case: 'X', fields: ['phone'] }],
    ['an empty purpose', { purpose: '  ', case: 'X', fields: ['phone'] }],
    ['no case', { purpose: '回访', fields: ['phone'] }],
    ['an empty case', { purpose: '回访', case: ' ', fields: ['phone'] }],
    ['no fields', { ...REASON, fields: [] }],
    ['a phone in the purpose', { purpose: '打139 1111 2222', case: 'X', fields: ['phone'] }],
    ['an identity number for a case', { purpose: '核对', case: NUMBER, fields: ['phone'] }],
  ])('is refused with %s, and nobody has seen anything', async (_name, body) => {
    const { district, centre, no } = await openWithOne();
    const answer = await centre.post<Problem>(`/v1/requests/${no}/reveal`, body);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).not.toMatch(/1391111|139 1111|320399/);
    expect(await audited(district, 'requests.reveal')).toEqual([]);
    expect((await centre.get<RevealList>(`/v1/requests/${no}/reveals`)).body.items).toEqual([]);
  });

  test('is listed for those who decide or may look themselves, newest first', async () => {
    const { district, centre, no } = await openWithOne();
    const look = (desk: Desk, fields: string[]) =>
      desk.post(`/v1/requests/${no}/reveal`, { ...REASON, fields });
    await look(district.as('street'), ['phone']);
    district.at('2026-11-25T09:05');
    await look(centre, ['identity']);
    const { body } = await district.as('approver').get<RevealList>(`/v1/requests/${no}/reveals`);
    expect(body.items.map(({ by, fields, means }) => [by.name, fields, means])).toEqual([
      ['王磊', ['identity'], 'reveal'],
      ['何军', ['phone'], 'reveal'],
    ]);
    expect((await district.as('author').get(`/v1/requests/${no}/reveals`)).status).toBe(403);
  });

  test('leaves nothing behind that an Idempotency-Key would give again', async () => {
    const { district, centre, no } = await openWithOne();
    const kept = () => district.services.db.selectFrom('idempotency_keys').selectAll().execute();
    const before = await kept();
    await centre.post(`/v1/requests/${no}/reveal`, { ...REASON, fields: ['phone'] });
    await centre.post('/v1/requests/by-applicant', { phone: APPLICANT.phone, purpose: '来电' });
    expect(await kept()).toEqual(before);
  });
});

describe('a look-up of an applicant', () => {
  test.each([
    ['phone', '13911112222'],
    ['phone', '+86 139-1111-2222'],
    ['phone', '008613911112222'],
    ['phone', '１３９１１１１２２２２'],
    ['identityNo', NUMBER],
    ['identityNo', ` ${NUMBER.slice(0, 6)} ${NUMBER.slice(6)} `.toLowerCase()],
  ])('finds by the whole %s however it is written: %s', async (kind, number) => {
    const { district, centre, no } = await openWithOne();
    await centre.file({ applicant: { name: '别人', phone: '13911112223' } });
    const { body } = await centre.post<ApplicantRequests>('/v1/requests/by-applicant', {
      [kind]: number,
      purpose: '来电查询',
    });
    expect(body.items.map((one) => one.no)).toEqual([no]);
    const entries = await audited(district, 'requests.find');
    expect(entries).toEqual([
      {
        object: kind === 'phone' ? 'phone' : 'identity',
        by: '王磊',
        after: { purpose: '来电查询', count: 1 },
      },
    ]);
  });

  test('finds nothing by a part, nothing outside one’s area, and wants one of the two', async () => {
    const { district, centre } = await openWithOne();
    const find = async (desk: Desk, body: object) =>
      desk.post<ApplicantRequests>('/v1/requests/by-applicant', { purpose: '查询', ...body });
    expect((await find(centre, { phone: '1391111222' })).body.items).toEqual([]);
    expect((await find(centre, { identityNo: NUMBER.slice(0, -1) })).body.items).toEqual([]);
    expect((await find(district.as('yunlong'), { phone: APPLICANT.phone })).body.items).toEqual([]);
    expect((await find(district.as('housing'), { phone: APPLICANT.phone })).body.items).toEqual([]);
    expect((await find(centre, {})).status).toBe(422);
    expect((await find(centre, { phone: APPLICANT.phone, identityNo: NUMBER })).status).toBe(422);
  });
});

describe('an export', () => {
  const exported = async (desk: Desk, body: object) =>
    desk.post<Page<ExportedRequest> & Problem>('/v1/requests/export', body);

  test('is masked, page by page, and asks for no reason', async () => {
    const { district, centre, no } = await openWithOne();
    await centre.file();
    const first = await exported(centre, { limit: 1 });
    const second = await exported(centre, { limit: 1, cursor: first.body.next });
    expect(second.body.next).toBeNull();
    const all = [...first.body.items, ...second.body.items];
    const one = all.find((row) => row.no === no);
    expect(one?.applicant).toEqual({
      name: '欧****',
      phone: '139****2222',
      identity: { type: 'resident_identity', number: `3203**********${NUMBER.slice(-4)}` },
    });
    expect(one?.address).toBe('隐秘里***号');
    expect(await audited(district, 'requests.export')).toEqual([]);
  });

  test('is in the clear for a purpose and a case: one entry with the numbers of the requests, and a line in each', async () => {
    const { district, centre, no } = await openWithOne();
    const { no: other } = await centre.file({ applicant: null, place: {} });
    const { body } = await exported(centre, { unmasked: REASON });
    const one = body.items.find((row) => row.no === no);
    expect(one?.applicant).toEqual(APPLICANT);
    expect(one?.address).toBe(ADDRESS);
    expect(body.items.find((row) => row.no === other)?.applicant).toBeNull();
    expect(await audited(district, 'requests.export')).toEqual([
      {
        object: 'requests',
        by: '王磊',
        after: { ...REASON, count: 2, nos: body.items.map((row) => row.no) },
      },
    ]);
    const reveals = async (of: string) =>
      (await centre.get<RevealList>(`/v1/requests/${of}/reveals`)).body.items;
    expect(await reveals(no)).toMatchObject([
      { means: 'export', fields: ['name', 'phone', 'identity', 'address'] },
    ]);
    expect(await reveals(other)).toEqual([]);
  });

  test('in the clear is refused without a case, to a role that may not look, and to a token not made for it', async () => {
    const { district, centre } = await openWithOne();
    expect((await exported(centre, { unmasked: { purpose: '回访' } })).status).toBe(422);
    expect((await exported(district.as('city'), { unmasked: REASON })).body.code).toBe('forbidden');
    const scopes: Scope[] = ['requests:read'];
    const { db, clock } = district.services;
    const { token } = await db.transaction().execute((writer) =>
      openBearer(writer, {
        operator: { id: 'administrator', region: '320302' },
        at: clock.now(),
        kind: 'token',
        scopes,
      }),
    );
    const response = await district.app.request('/v1/requests/export', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ unmasked: REASON }),
    });
    expect(((await response.json()) as Problem).code).toBe('scope_missing');
    expect(await audited(district, 'requests.export')).toEqual([]);
  });

  test('in the clear is no way to a whole register: over the limit nothing is shown', async () => {
    const { district, centre } = await openWithOne();
    for (let filed = 1; filed <= UNMASKED_EXPORT_MAX; filed += 1) await centre.file({ applicant: APPLICANT });
    const { status, body } = await exported(centre, { unmasked: REASON });
    expect(status).toBe(422);
    expect(body.detail).toContain(`more than ${UNMASKED_EXPORT_MAX}`);
    expect(await audited(district, 'requests.export')).toEqual([]);
  }, 60_000);
});

describe('an identity document', () => {
  const { name, phone } = APPLICANT;
  test.each([
    ['resident_identity', NUMBER, `3203**********${NUMBER.slice(-4)}`],
    ['residence_permit_hmt', '830000199001010012', '8300**********0012'],
    ['passport', 'ez1234567', 'E******67'],
    ['none', null, null],
  ] as const)('is shown masked: %s', async (type, number, mask) => {
    const { centre, no } = await openWithOne({ applicant: { name, phone, identity: { type, number } } });
    expect((await centre.show(no)).applicant?.identity).toEqual({ type, number: mask });
  });

  test.each([
    ['resident_identity', `${NUMBER.slice(0, -1)}${NUMBER.endsWith('0') ? '1' : '0'}`, /check character/],
    ['resident_identity', '320399197013011239', /birth date/],
    ['resident_identity', '830000199001010012', undefined],
    ['residence_permit_hmt', NUMBER, /not how such a number/],
    ['passport', '一二三', /not how such a number/],
    ['none', 'A1234567', /there is no number/],
    ['passport', null, /type none/],
  ] as const)('%s %s is judged by its kind, and not repeated in the answer', async (type, number, why) => {
    const district = await openDistrict();
    const filing = { item: 'street_light_repair', region: '320302004001', title: '路灯不亮', body: '坏了' };
    const { status, body } = await district.anyone.post<Problem>('/v1/public/requests', {
      ...filing,
      applicant: { name, phone, identity: { type, number } },
    });
    expect(status).toBe(why ? 422 : 201);
    if (why) expect(body.detail).toMatch(why);
    if (number !== null) expect(JSON.stringify(body)).not.toContain(number);
  });
});
