import { checkCharacter, type IdentityType } from '@district/contract/identity-document.ts';
import type { Arrival } from './arrivals.ts';
import { type Random, randomOf } from './random.ts';

export interface Document {
  type: IdentityType;
  number: string | null;
}

/** A county that is in no list of regions: the numbers pass every check and are nobody's. */
const NO_COUNTY = '320399';
const NO_COUNTY_PERMIT = '830000';

/** What the applicant showed: whoever comes to the window for a licence has a document, a caller is seldom asked for one. */
export function shownDocument({ seed, source, item }: Arrival): Document | null {
  const random = randomOf(`document ${seed}`);
  if (!random.chance(source === 'window' ? 0.9 : item.kind === 'licensing' ? 0.7 : 0.1)) return null;
  const kind = random.next();
  if (kind < 0.94) return { type: 'resident_identity', number: numbered(NO_COUNTY, random) };
  if (kind < 0.96) return { type: 'residence_permit_hmt', number: numbered(NO_COUNTY_PERMIT, random) };
  if (kind < 0.98) return { type: 'passport', number: `EZ${random.int(1_000_000, 9_999_999)}` };
  return { type: 'none', number: null };
}

function numbered(county: string, random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const born = `${random.int(1940, 2006)}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
  const seventeen = `${county}${born}${String(random.int(1, 999)).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}
