import type { ReplyTemplate, TemplateList } from '@district/contract/types.ts';
import { expect, test } from 'vitest';
import { type District, openDistrict, type Person } from '../harness/district.ts';

function save(district: District, person: Person, name: string, text: string, ifMatch = '*') {
  return put(
    district,
    person,
    `/v1/templates/${encodeURIComponent(name)}`,
    { field: 'reply', text },
    ifMatch,
  );
}

async function put(district: District, person: Person, path: string, body: unknown, ifMatch: string) {
  const response = await district.app.request(path, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${person}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'if-match': ifMatch,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as ReplyTemplate & { code: string } };
}

const names = async (district: District, person: Person) =>
  (await district.as(person).get<TemplateList>('/v1/templates')).body.items.map(({ name }) => name);

test('a centre keeps texts for its area; a city’s are its districts’ as well, and a handler may use them but not change them', async () => {
  const district = await openDistrict();
  await save(district, 'duty', '路灯已修', '您反映的“{title}”已修复。');
  await save(district, 'city', '节日问候', '感谢您的监督。');
  await save(district, 'yunlong', '云龙专用', '已转云龙区办理。');
  expect(await names(district, 'urban')).toEqual(['节日问候', '路灯已修']);
  expect(await save(district, 'urban', '路灯已修', '不修了')).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });
});

test('who changes a text that somebody has changed meanwhile is told so', async () => {
  const district = await openDistrict();
  const { body } = await save(district, 'duty', '路灯已修', '已修复。');
  await save(district, 'administrator', '路灯已修', '已于今日修复。', `"${body.version}"`);
  const late = await save(district, 'duty', '路灯已修', '已经修好。', `"${body.version}"`);
  expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  const [kept] = (await district.as('duty').get<TemplateList>('/v1/templates')).body.items;
  expect(kept).toMatchObject({ text: '已于今日修复。', by: '王磊', version: 2 });
});
