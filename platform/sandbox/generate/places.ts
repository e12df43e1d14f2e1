import regionsFile from '../data/regions.json' with { type: 'json' };
import { type Random, randomOf, weighted } from './random.ts';

export interface Place {
  district: string;
  street: string;
  streetName: string;
  region: string;
  communityName: string;
}

/** Districts whose residents file in the sandbox, with their share of the requests: Gulou began, the others follow. */
export const DISTRICT_SHARES: Readonly<Record<string, number>> = {
  '320302': 2_100,
  '320303': 500,
  '320311': 400,
};

export const GULOU = '320302';

const NAMES = new Map(
  (regionsFile.regions as [string, string, string][]).map(([code, name]) => [code, name]),
);

/** Units that exist for counting only, without a residents' committee and without residents. */
function isVirtual(name: string): boolean {
  return name.includes('虚拟');
}

function placeOf(region: string, communityName: string): Place {
  const street = region.slice(0, 9).padEnd(12, '0');
  return {
    district: region.slice(0, 6),
    street,
    streetName: NAMES.get(street) ?? street,
    region,
    communityName,
  };
}

export const PLACES: readonly Place[] = [...NAMES]
  .filter(([code, name]) => DISTRICT_SHARES[code.slice(0, 6)] && !code.endsWith('000') && !isVirtual(name))
  .map(([code, name]) => placeOf(code, name));

/** How many live there, on no real scale: a few large communities and many small ones, the same every time. */
export function population(place: Place): number {
  return 0.3 + 3 * randomOf(`population ${place.region}`).next() ** 2;
}

const byDistrict = new Map(
  Object.keys(DISTRICT_SHARES).map((district) => {
    const places = PLACES.filter((place) => place.district === district);
    return [district, weighted(places, population)] as const;
  }),
);
const anyDistrict = weighted(Object.entries(DISTRICT_SHARES), ([, share]) => share);

export function placeIn(district: string, random: Random): Place {
  const draw = byDistrict.get(district);
  if (draw === undefined) throw new Error(`nobody lives in ${district} in the sandbox`);
  return draw(random);
}

export function anyPlace(random: Random): Place {
  return placeIn(anyDistrict(random)[0], random);
}
