import { DISTRICT_DIGITS, isWithin, nextRegionPrefix, regionPrefix } from '@district/contract/region-code.ts';
import type { AudienceCount } from '@district/contract/types.ts';
import { type RawBuilder, sql } from 'kysely';
import { type Operator, rightsOf } from '../access/operator.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Reader } from '../store/database.ts';
import { coversAll } from './scope.ts';

export interface Audience {
  district: string;
  /** Prefixes, none within another. */
  regions: string[];
}

/** Reads an audience's codes and checks that this operator may write to it. */
export function readAudience(services: Services, operator: Operator, codes: readonly string[]): Audience {
  const prefixes = codes.map((code) => {
    const prefix = regionPrefix(code);
    if (prefix === undefined || !services.dictionaries.regions.has(code))
      throw new ProblemError('unknown_region', `There is no region ${code}: look it up in /v1/regions.`, {
        fields: [{ path: 'audience.regions', message: code }],
      });
    return prefix;
  });
  const regions = [...new Set(prefixes)].filter(
    (prefix, _, all) => !all.some((other) => other !== prefix && isWithin(prefix, other)),
  );
  const district = regions[0]?.slice(0, DISTRICT_DIGITS) ?? '';
  if (district.length < DISTRICT_DIGITS || !regions.every((region) => isWithin(region, district)))
    throw new ProblemError('invalid', 'A notice goes to one district or a part of it: name its regions.');
  if (!rightsOf(operator).notices.includes('author')) {
    throw new ProblemError(
      'forbidden',
      'Your role does not write notices: a duty officer or operator does.',
      {
        reason: 'role',
      },
    );
  }
  if (!coversAll(operator, regions))
    throw new ProblemError('forbidden', 'The audience goes beyond your own area: name regions within it.');
  return { district, regions };
}

/** Residents of an audience who have not moved out. */
export function isInAudience({ district, regions }: Audience): RawBuilder<boolean> {
  const ranges = regions.map(
    (prefix) => sql`(residents.region >= ${prefix} and residents.region < ${nextRegionPrefix(prefix)})`,
  );
  return sql<boolean>`(residents.district = ${district} and residents.moved_out_at is null and (${sql.join(ranges, sql` or `)}))`;
}

/** Persons, and the households they live in. Refused while a sandbox still fills: a count of half the residents would mislead. */
export async function countAudience(
  services: Services,
  audience: Audience,
  db: Reader = services.db,
): Promise<Omit<AudienceCount, 'regions'>> {
  const seeded = services.sandbox?.progress();
  if (seeded && seeded.done < seeded.total)
    throw new ProblemError(
      'unavailable',
      'The sandbox’s residents are still loading: try again in a moment.',
    );
  const { rows } = await sql<{ persons: number; households: number }>`
    select coalesce(sum(persons), 0)::int as persons, count(*)::int as households from (
      select count(*) as persons from residents where ${isInAudience(audience)} group by household_id) as homes`.execute(
    db,
  );
  return rows[0] ?? { persons: 0, households: 0 };
}
