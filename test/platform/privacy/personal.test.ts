import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../fuzz/document.ts';
import { insertResidents, RESIDENT_NAME } from '../fuzz/inhabitants.ts';
import { PERSONAL, storedTraces } from '../fuzz/personal.ts';
import { ADDRESS, APPLICANT, IDENTITY_NO, openWorld } from '../fuzz/world.ts';
import { openDistrict } from '../harness/district.ts';
import { filesWith } from '../harness/files.ts';

const EVERY_TEXT = [APPLICANT.name, APPLICANT.phone, IDENTITY_NO, ADDRESS];

describe('nothing personal', () => {
  test('stands in logs, tables, files or answers of a request from its filing to its end, but in what was revealed', async () => {
    const { district } = await openWorld();
    const centre = district.as('administrator');
    const filed = await district.anyone.post<{ no: string }>('/v1/public/requests', {
      item: 'street_light_repair',
      region: '320302004001',
      title: `路灯不亮，请回${APPLICANT.phone}`,
      body: `北门路灯坏了，身份证${IDENTITY_NO}`,
      applicant: APPLICANT,
      place: { address: ADDRESS },
    });
    const { no } = filed.body;
    const look = { no, phoneLast4: APPLICANT.phone.slice(-4) };
    const reason = { purpose: '回访', case: no };
    const personal = { applicant: APPLICANT, place: { address: 7 } };
    const masked = [
      filed,
      await district.anyone.post('/v1/public/requests/look-up', look),
      await centre.get(`/v1/requests/${no}`),
      await centre.get('/v1/requests'),
      await centre.get(`/v1/requests?q=${encodeURIComponent(APPLICANT.phone)}`),
      await centre.post('/v1/requests/by-applicant', { phone: APPLICANT.phone, purpose: '来电' }),
      await centre.post('/v1/requests/by-applicant', { identityNo: IDENTITY_NO, purpose: '核对' }),
      await centre.post('/v1/requests/export', {}),
      await centre.get(`/v1/requests/${no}/reveals`),
      await centre.post('/v1/requests', personal),
      await centre.post('/v1/requests/by-applicant', { phone: APPLICANT.phone, identityNo: IDENTITY_NO }),
      await centre.post(`/v1/requests/${no}/reveal`, {
        purpose: APPLICANT.phone,
        case: IDENTITY_NO,
        fields: ['text'],
      }),
      await centre.post('/v1/requests/export', { unmasked: { purpose: APPLICANT.phone, case: no } }),
    ];
    const clear = [
      await centre.post(`/v1/requests/${no}/reveal`, {
        ...reason,
        fields: ['name', 'phone', 'identity', 'address', 'text'],
      }),
      await centre.post('/v1/requests/export', { q: `no:${no}`, unmasked: reason }),
    ];
    expect(masked.map(({ status }) => status)).toEqual([201, ...Array(8).fill(200), ...Array(4).fill(422)]);
    expect(clear.map(({ status }) => status)).toEqual([200, 200]);
    for (const text of EVERY_TEXT) expect(JSON.stringify(clear)).toContain(text);
    expect(JSON.stringify(masked)).not.toMatch(PERSONAL);
    expect(district.logged.length).toBeGreaterThan(masked.length);
    expect(district.logged.filter((line) => PERSONAL.test(line) || line.includes(look.phoneLast4))).toEqual(
      [],
    );
    const { db } = district.services;
    expect(await storedTraces(db)).toEqual([]);
    expect(await filesWith(db, EVERY_TEXT)).toEqual([]);
    // A look that sees them where they are: residents' names stand in the clear.
    expect(await filesWith(db, [RESIDENT_NAME])).not.toEqual([]);
  });

  test('can be put together again from the words that are searched', async () => {
    const { services, ...district } = await openDistrict();
    const { no } = await district.as('administrator').file({
      title: `找人${APPLICANT.phone}`,
      applicant: APPLICANT,
      place: { address: ADDRESS },
    });
    const { rows } = await sql<{ lexemes: string[] }>`
      select tsvector_to_array(words) as lexemes from requests where no = ${no}`.execute(services.db);
    const digits = (text: string) =>
      [...text].map((digit) => digit.charCodeAt(0).toString(16).padStart(4, '0'));
    const [first, second] = digits(APPLICANT.phone);
    expect(rows[0]?.lexemes).not.toContain(`w${first}${second}`);
    const [ten] = digits('七');
    expect(rows[0]?.lexemes.filter((lexeme) => lexeme.includes(ten ?? 'none'))).toEqual([]);
    expect((await district.as('administrator').list('隐秘里')).map((request) => request.no)).toEqual([no]);
  });

  test('is in what is logged of a row that the database refused', async () => {
    const { services, logged } = await openDistrict();
    await insertResidents(services.db);
    for (const refused of [
      sql`insert into residents (district, id, household_id, street, region, name) values ('320302', 99, 1, 'x', null, ${RESIDENT_NAME})`,
      sql`select ${RESIDENT_NAME}::text::int`,
      sql`select ${`{"name": ${RESIDENT_NAME}`}::text::jsonb`,
    ]) {
      const error: unknown = await refused.execute(services.db).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      services.log.error({ err: error }, 'failed');
    }
    expect(logged).toHaveLength(3);
    expect(logged.join('')).toMatch(/"code":"23502".*"code":"22P02".*"code":"22P02"/s);
    expect(logged.filter((line) => PERSONAL.test(line))).toEqual([]);
  });

  test.each([
    ['民主路12号3号楼2单元501室', '民主路**号*号楼*单元***室'],
    ['隐秘里七十七号', '隐秘里***号'],
    ['三环路五〇一室', '三环路***室'],
    ['中山北路１２号二十栋', '中山北路**号**栋'],
  ])('is left of the door in %s', async (address, masked) => {
    const centre = (await openDistrict()).as('administrator');
    const { no } = await centre.file({ place: { address } });
    expect((await centre.show(no)).place.address).toBe(masked);
  });

  test('can be asked for in an address: what tells a person apart travels in a body or a header', () => {
    const told = /name|phone|address|applicant|token|identity/i;
    const inAddress = OPERATIONS.flatMap(({ id, parameters }) =>
      parameters
        .filter((one) => one.in !== 'header' && told.test(one.name))
        .map(({ name }) => `${id} ${name}`),
    );
    expect(inAddress).toEqual([]);
  });
});
