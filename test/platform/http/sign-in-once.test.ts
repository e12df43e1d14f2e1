import { expect, test } from 'vitest';
import { openDistrict } from '../harness/district.ts';

test('the operator is looked up once, also where two addresses of the contract overlap', async () => {
  const district = await openDistrict();
  await district.as('administrator').post('/v1/notices/audience', { regions: ['320302004000'] });
  expect(district.queries.filter((sql) => sql.includes('from tokens'))).toHaveLength(1);
});
