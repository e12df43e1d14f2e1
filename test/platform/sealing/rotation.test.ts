import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApplicantRequests, Revealed } from '@district/contract/types.ts';
import { expect, onTestFinished, test } from 'vitest';
import { resealAll } from '../../../platform/requests/reseal.ts';
import { addKey, dropKey } from '../../../platform/sealing/change-keys.ts';
import { keySource } from '../../../platform/sealing/key-source.ts';
import { openKeys, registerKey } from '../../../platform/sealing/open-keys.ts';
import { openDistrict } from '../harness/district.ts';
import { keysFrom } from '../harness/keys.ts';

const NOW = new Date('2026-11-25T01:00:00Z');
const REQUESTS = 6;

/** A district whose keys are in a file, as a platform's are. */
async function openWithFile() {
  const home = mkdtempSync(join(tmpdir(), 'district-keys-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const district = await openDistrict();
  const { services } = district;
  const source = keySource({}, home, false);
  services.keys = await openKeys(services.db, source);
  await registerKey(services.db, services.keys, NOW);
  return { district, source, ...services };
}

const phoneOf = (at: number) => `1391111000${at}`;

test('a new key takes over while people file and look, a stopped round goes on, and the old key can then go', async () => {
  const { district, source, db, keys } = await openWithFile();
  const centre = district.as('administrator');
  const file = async (at: number) => centre.file({ applicant: { name: '张建国', phone: phoneOf(at) } });
  const nos = [];
  for (let at = 0; at < REQUESTS; at += 1) nos.push((await file(at)).no);
  const old = keys.current().id;

  const before = source.read() ?? '';
  const { id, algorithm } = await addKey(db, source, 'sm4-ctr-hmac-sm3.v1', NOW);
  // A platform that has not looked at its file yet goes on with the old key; what it seals is found later.
  district.services.keys = keysFrom(before);
  nos.push((await file(REQUESTS)).no);
  district.services.keys = keys;
  await expect(dropKey(db, source, old)).rejects.toThrow(/foreign key/);

  const rotating = await openKeys(db, source);
  const found = async (at: number) => {
    const body = { phone: phoneOf(at), purpose: '查询' };
    const answer = await centre.post<ApplicantRequests>('/v1/requests/by-applicant', body);
    return answer.body.items.map(({ no }) => no);
  };
  for await (const done of resealAll(db, rotating)) {
    expect(done).toBeGreaterThan(0);
    break;
  }
  for await (const _ of resealAll(db, rotating)) expect(await found(0)).toEqual([nos[0]]);

  const rows = await db.selectFrom('request_personal').selectAll().execute();
  expect(rows).toHaveLength(REQUESTS + 1);
  for (const row of rows) {
    expect(row.key_id).toBe(id);
    for (const value of [row.name, row.phone, row.address]) expect(value).toMatch(`${algorithm}:${id}:`);
  }
  for (const [at, no] of nos.entries()) {
    expect(await found(at)).toEqual([no]);
    const body = { purpose: '回访', case: no, fields: ['phone'] };
    const { values } = (await centre.post<Revealed>(`/v1/requests/${no}/reveal`, body)).body;
    expect(values.phone).toBe(phoneOf(at));
  }

  await expect(dropKey(db, source, id)).rejects.toMatchObject({ kind: 'key_needed' });
  await expect(dropKey(db, source, 'abcdef01')).rejects.toMatchObject({ kind: 'usage' });
  await dropKey(db, source, old);
  expect((await openKeys(db, source)).all().map((key) => key.id)).toEqual([id]);
});

test('keys of the environment are told to be changed there', async () => {
  const { db } = await openWithFile();
  const source = keySource({ DISTRICT_KEY: 'x' }, '', false);
  await expect(addKey(db, source, 'aes-256-gcm.v1', NOW)).rejects.toMatchObject({
    kind: 'usage',
    hint: expect.stringContaining('district-platform keys make'),
  });
});
