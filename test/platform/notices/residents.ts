import { sql } from 'kysely';
import { hashToken } from '../../../platform/access/tokens.ts';
import type { Services } from '../../../platform/http/environment.ts';
import { deliver, prepareSending, type Recipients } from '../../../platform/notices/send.ts';
import type { Database } from '../../../platform/store/database.ts';

/** A community of 牌楼街道 and one of 琵琶街道; the person of these tests works in the first. */
export const HERE = '320302004001';
export const THERE = '320302003001';
export const RESIDENT_TOKEN = 'a resident';

/** Households of three in both communities; the first resident has an inbox that can be read. */
export async function settle(db: Database, households = 10): Promise<void> {
  for (const [at, region] of [HERE, THERE].entries()) {
    const first = at * households + 1;
    const street = `${region.slice(0, 9)}000`;
    await sql`insert into households (district, id, street, region)
      select '320302', id, ${street}, ${region} from generate_series(${first}::bigint, ${first + households - 1}::bigint) as id`.execute(
      db,
    );
    await sql`insert into residents (district, id, household_id, street, region, name)
      select '320302', home * 10 + member, home, ${street}, ${region}, '张建国'
      from generate_series(${first}::bigint, ${first + households - 1}::bigint) as home, generate_series(1, 3) as member`.execute(
      db,
    );
  }
  await db
    .insertInto('resident_tokens')
    .values({ district: '320302', hash: hashToken(RESIDENT_TOKEN), resident_id: 11 })
    .execute();
}

/** The work of the jobs, without their queue: what is still to do of a notice. */
export async function rangesOf(services: Services, no: string): Promise<Recipients[]> {
  const key = await services.db
    .selectFrom('notices')
    .select(['district', 'id'])
    .where('no', '=', no)
    .executeTakeFirstOrThrow();
  return prepareSending(services, key);
}

export async function sendAll(services: Services, no: string): Promise<void> {
  for (const range of await rangesOf(services, no)) await deliver(services, range);
}
