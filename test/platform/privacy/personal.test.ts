import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../fuzz/document.ts';
import { insertResidents, RESIDENT_NAME } from '../fuzz/inhabitants.ts';
import { PERSONAL, storedTraces } from '../fuzz/personal.ts';
import { ADDRESS, APPLICANT, openWorld } from '../fuzz/world.ts';
import { openDistrict } from '../harness/district.ts';

describe('nothing personal', () => {
  test('stands in logs, events, audit and answers of a request from its filing to its end', async () => {
    const { district } = await openWorld();
    const filed = await district.anyone.post<{ no: string }>('/v1/public/requests', {
      item: 'street_light_repair',
      region: '320302004001',
      title: '路灯不亮',
      body: '北门路灯坏了',
      applicant: APPLICANT,
      place: { address: ADDRESS },
    });
    const look = { no: filed.body.no, phoneLast4: APPLICANT.phone.slice(-4) };
    const answers = [
      filed,
      await district.anyone.post('/v1/public/requests/look-up', look),
      await district.as('administrator').get(`/v1/requests/${filed.body.no}`),
      await district.as('administrator').get('/v1/requests'),
      await district
        .as('administrator')
        .post('/v1/requests', { applicant: APPLICANT, place: { address: 7 } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 422]);
    expect(JSON.stringify(answers)).not.toMatch(PERSONAL);
    expect(district.logged.length).toBeGreaterThan(answers.length);
    expect(district.logged.filter((line) => PERSONAL.test(line) || line.includes(look.phoneLast4))).toEqual(
      [],
    );
    expect(await storedTraces(district.services.db)).toEqual([]);
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
    const inAddress = OPERATIONS.flatMap(({ id, parameters }) =>
      parameters.filter((one) => one.in !== 'header').map(({ name }) => `${id} ${name}`),
    );
    expect(inAddress.filter((name) => /name|phone|address|applicant|token|identity/i.test(name))).toEqual([]);
  });
});
