import type { Attachment, AttachmentContent } from '@district/contract/types.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { resealAttachments } from '../../../platform/attachments/reseal.ts';
import { formatKeyRing } from '../../../platform/sealing/key-ring.ts';
import { newSealingKey } from '../../../platform/sealing/sealing-key.ts';
import { type District, openDistrict, type Person } from '../harness/district.ts';
import { keysFrom } from '../harness/keys.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200, 7)]);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n');
const ZIP = 'PK\x03\x04';
const DOCX = Buffer.from(`${ZIP}[Content_Types].xml word/document.xml`);

interface Refused {
  code: string;
  detail: string;
  fields: { path: string }[];
}

function put(district: District, person: Person, no: string, name: string, content: Buffer) {
  const body = { name, content: content.toString('base64') };
  return district.as(person).post<Attachment & Refused>(`/v1/requests/${no}/attachments`, body);
}

test('a photograph is put with a request, shown by name, read in the clear with an entry of who looked, and taken away', async () => {
  const district = await openDistrict();
  const centre = district.as('duty');
  const { no } = await centre.file();
  const added = await put(district, 'street', no, '路灯 13911112222.png', PNG);
  expect(added).toMatchObject({
    status: 201,
    body: { name: '路灯 *******2222.png', mediaType: 'image/png' },
  });
  const { id } = added.body;
  const shown = await centre.show(no);
  expect(shown.attachments).toEqual([expect.objectContaining({ id, sizeBytes: PNG.length, by: '何军' })]);
  const read = await centre.get<AttachmentContent>(`/v1/requests/${no}/attachments/${id}`);
  expect(Buffer.from(read.body.content, 'base64').equals(PNG)).toBe(true);
  const removed = await district.as('street').delete(`/v1/requests/${no}/attachments/${id}`);
  expect(removed.status).toBe(200);
  expect((await centre.show(no)).attachments).toEqual([]);
  const { rows } = await sql<{ action: string; operator_name: string }>`
    select action, operator_name from audit where object = ${no} and action like '%tach%' order by action`.execute(
    district.services.db,
  );
  expect(rows.map(({ action, operator_name }) => [action, operator_name])).toEqual([
    ['requests.attach', '何军'],
    ['requests.detach', '何军'],
    ['requests.view_attachment', '陈晨'],
  ]);
});

test('what lies about its type is refused with what it is', async () => {
  const district = await openDistrict();
  const { no } = await district.as('duty').file();
  const cases: [string, Buffer, string][] = [
    ['照片.jpg', PDF, 'name'],
    ['照片.png', Buffer.from('<html><script>'), 'name'],
    ['报告.docx', Buffer.from(`${ZIP}classes.dex`), 'content'],
    ['报告.docx', Buffer.concat([DOCX, Buffer.from('word/vbaProject.bin')]), 'content'],
    ['程序.pdf', Buffer.from('MZ\x90\x00\x03', 'latin1'), 'content'],
    ['说明', PDF, 'name'],
  ];
  for (const [name, content, path] of cases) {
    const { status, body } = await put(district, 'duty', no, name, content);
    expect([name, status, body.code, body.fields[0]?.path]).toEqual([name, 422, 'invalid', path]);
  }
  const named = await put(district, 'duty', no, '照片.jpg', PDF);
  expect(named.body.detail).toContain('application/pdf');
  for (const [name, content] of [
    ['报告.docx', DOCX],
    ['说明.PDF', PDF],
    ['名单.csv', Buffer.from([0xc3, 0xfb, 0xb5, 0xa5])],
  ] as const)
    expect((await put(district, 'duty', no, name, content)).status).toBe(201);
});

test('a name that is a path, and a body that is too large, are refused', async () => {
  const district = await openDistrict();
  const { no } = await district.as('duty').file();
  for (const name of ['../etc/passwd.txt', 'a\\b.txt', 'a\u202Etxt.png', ''])
    expect((await put(district, 'duty', no, name, Buffer.from('灯'))).status).toBe(422);
  const large = await put(
    district,
    'duty',
    no,
    '大.png',
    Buffer.concat([PNG, Buffer.alloc(3 * 1024 * 1024)]),
  );
  expect(large.status).toBe(422);
  const larger = await put(district, 'duty', no, '大.png', Buffer.alloc(4 * 1024 * 1024));
  expect(larger).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  const text = await district.as('duty').post('/v1/requests', { title: '长'.repeat(100_000) });
  expect(text.status).toBe(413);
});

test('content lies sealed in the database, and is sealed anew with the next key', async () => {
  const district = await openDistrict();
  const { db, keys } = district.services;
  const { no } = await district.as('duty').file();
  const { body } = await put(district, 'duty', no, '名单.txt', Buffer.from('低保户名单：周建国'));
  const stored = () => db.selectFrom('attachments').select(['key_id', 'content']).executeTakeFirstOrThrow();
  const before = await stored();
  expect(before.content).toMatch(/^aes-256-gcm\.v1:/);
  expect(Buffer.from(before.content.split(':')[2] ?? '', 'base64url').toString()).not.toContain('低保');
  const next = newSealingKey('sm4-ctr-hmac-sm3.v1');
  await db
    .insertInto('sealing_keys')
    .values({ id: next.id, algorithm: next.algorithm, added_at: new Date() })
    .execute();
  const rotated = keysFrom(formatKeyRing([...keys.all(), next]));
  for await (const done of resealAttachments(db, rotated)) expect(done).toBe(1);
  expect(await stored()).toMatchObject({ key_id: next.id, content: expect.stringMatching(/^sm4-ctr/) });
  Object.assign(district.services, { keys: rotated });
  const read = await district.as('duty').get<AttachmentContent>(`/v1/requests/${no}/attachments/${body.id}`);
  expect(Buffer.from(read.body.content, 'base64').toString()).toBe('低保户名单：周建国');
});
