import { sql } from 'kysely';
import { hashToken } from '../access/tokens.ts';
import type { Database } from '../store/database.ts';
import { GULOU, PLACES, type Place, population } from './generate/places.ts';
import { insertPastNotices, PAST_NOTICES } from './notices.ts';
import { GIVEN, SURNAMES } from './people.ts';
import { exampleResident } from './tokens.ts';

/** Registered households of Gulou in the source of 2017: over 50,000, with nearly 150,000 residents. */
export const HOUSEHOLDS = 50_000;
/** Residents of ten households in a row, three on average; ten is how often the pattern repeats. */
const HOUSEHOLD_SIZES = [3, 1, 4, 2, 5, 2, 4, 3, 3, 3];
const RESIDENTS_PER_HOUSEHOLD = 3;
/** A resident's id is the household's and one more digit. */
const ID_STEP = 10;

export interface Residents {
  progress(): { done: number; total: number };
  complete: Promise<void>;
}

interface Options {
  until: Date;
  secret: string;
  households: number;
}

/** Fills the communities of Gulou, one transaction each, by statements that run inside the database; then the notices they have had. */
export function fillResidents(db: Database, { until, secret, households }: Options): Residents {
  const total = households * RESIDENTS_PER_HOUSEHOLD + PAST_NOTICES;
  let done = 0;
  const fill = async () => {
    let first = 1;
    for (const { place, count } of shares(households)) {
      done += await fillCommunity(db, place, first, first + count - 1);
      first += count;
    }
    const { district, community, token } = exampleResident(secret);
    await sql`insert into resident_tokens (district, hash, resident_id)
      select district, ${hashToken(token)}, id from residents where district = ${district} and region = ${community}
      order by id limit 1`.execute(db);
    // Without it the planner takes the new tables for empty, and an audience is counted row by row.
    await sql`vacuum analyze households, residents`.execute(db);
    await insertPastNotices(db, until, () => {
      done += 1;
    });
  };
  return { progress: () => ({ done, total }), complete: fill() };
}

/** Residents of a sandbox that is kept: one made before there were any gets them now. */
export async function keepResidents(db: Database, options: Options): Promise<Residents> {
  const { count } = await db
    .selectFrom('residents')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count === 0) return fillResidents(db, options);
  return { progress: () => ({ done: count, total: count }), complete: Promise.resolve() };
}

/** Households of each community by its population, adding up exactly. */
function shares(households: number): { place: Place; count: number }[] {
  const places = PLACES.filter(({ district }) => district === GULOU);
  const whole = places.reduce((sum, place) => sum + population(place), 0);
  let before = 0;
  let given = 0;
  return places.map((place) => {
    before += population(place);
    const upTo = Math.round((households * before) / whole);
    const count = upTo - given;
    given = upTo;
    return { place, count };
  });
}

async function fillCommunity(
  db: Database,
  { district, street, region }: Place,
  first: number,
  last: number,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await sql`insert into households (district, id, street, region)
      select ${district}, id, ${street}, ${region} from generate_series(${first}::bigint, ${last}::bigint) as id`.execute(
      transaction,
    );
    const { numAffectedRows } = await sql`
      insert into residents (district, id, household_id, street, region, name)
      select ${district}, person, home, ${street}, ${region},
        (${SURNAMES}::text[])[home * 7 % ${SURNAMES.length} + 1] || (${GIVEN}::text[])[person * 13 % ${GIVEN.length} + 1]
      from generate_series(${first}::bigint, ${last}::bigint) as home,
        lateral generate_series(home * ${ID_STEP} + 1,
          home * ${ID_STEP} + (${HOUSEHOLD_SIZES}::int[])[home % ${HOUSEHOLD_SIZES.length} + 1]) as person`.execute(
      transaction,
    );
    return Number(numAffectedRows);
  });
}
