import { DISTRICT_DIGITS, isWithin, wholeRegionCode } from '@district/contract/region-code.ts';
import type { Operator } from '../access/operator.ts';
import { ProblemError } from '../http/problem.ts';

/** The district something is for: one's own, or the one that somebody above a district names. */
export function districtNamed({ region }: Pick<Operator, 'region'>, named: string | undefined): string {
  const own = region.length >= DISTRICT_DIGITS ? region.slice(0, DISTRICT_DIGITS) : undefined;
  const district = named ?? own;
  if (district === undefined) {
    const message = 'needed: your area has several districts';
    throw new ProblemError('invalid', 'Which district? Your area has several: name one.', {
      fields: [{ path: 'district', message }],
    });
  }
  if (isWithin(wholeRegionCode(district), own ?? region)) return district;
  throw new ProblemError('forbidden', `The district ${district} is not of your area.`);
}
