import type {
  ClockStart,
  ItemKind,
  LimitUnit,
  ServiceCategory,
  UnitKind,
} from '@district/contract/vocabulary.ts';
import items from '../data/service-items.json' with { type: 'json' };
import { type Random, weighted } from './random.ts';

export interface Item {
  id: string;
  nameZh: string;
  nameEn: string;
  category: ServiceCategory;
  agency: string | null;
  handler: UnitKind;
  kind: ItemKind;
  clockStart: ClockStart;
  promised: { limit: number; unit: LimitUnit };
  statutory: { limit: number; unit: LimitUnit };
  procedureZh: string[];
  materialsZh: string[];
  basisZh: string;
}

export const ITEMS = items as Item[];

const BY_KIND: Readonly<Record<ItemKind, number>> = {
  consultation: 0.7,
  help: 1.3,
  complaint: 1.6,
  suggestion: 0.5,
  licensing: 0.7,
  urgent: 0.8,
};

/** What people write in about most. */
const OFTEN: Readonly<Record<string, number>> = {
  street_light_repair: 2.5,
  rubbish_collection: 2.5,
  construction_noise: 1.8,
  neighbour_noise: 1.5,
  parking_dispute: 2.2,
  property_fee_dispute: 1.5,
  corridor_clutter: 1.5,
  road_damage: 1.8,
  dog_nuisance: 1.5,
  community_certificate: 1.6,
};

/** Times as many in the months named (1–12). */
const SEASONS: readonly { items: readonly string[]; months: readonly number[]; times: number }[] = [
  { items: ['sewage_overflow', 'roof_leak', 'hazard_report'], months: [6, 7, 8], times: 3 },
  {
    items: ['cooking_fumes', 'square_dance_noise', 'construction_noise'],
    months: [5, 6, 7, 8, 9],
    times: 2.2,
  },
  { items: ['neighbour_noise', 'falling_objects'], months: [6, 7, 8], times: 1.6 },
  { items: ['temporary_relief', 'charity_relief', 'elderly_home_visit'], months: [12, 1, 2], times: 2.2 },
  { items: ['upstairs_leak', 'indoor_ebike_charging'], months: [12, 1, 2], times: 1.8 },
  { items: ['wage_arrears'], months: [12, 1], times: 3.5 },
  { items: ['food_business_licence', 'shop_sign_licence'], months: [3, 4, 9], times: 2 },
  { items: ['after_school_care', 'school_crossing', 'residence_permit'], months: [8, 9], times: 2.5 },
  { items: ['green_space_misuse', 'volunteer_project'], months: [3, 4, 5], times: 2 },
];

function weight(item: Item, month: number): number {
  const season = SEASONS.filter(({ items, months }) => items.includes(item.id) && months.includes(month));
  return season.reduce((sum, { times }) => sum * times, BY_KIND[item.kind] * (OFTEN[item.id] ?? 1));
}

const byMonth = Array.from({ length: 13 }, (_, month) => weighted(ITEMS, (item) => weight(item, month)));

/** An item as people ask for it in that month (1–12). */
export function itemInMonth(month: number, random: Random): Item {
  return (byMonth[month] as (random: Random) => Item)(random);
}

/** The unit that usually does it, for a place: `agency:…`, `street:…` or `community:…`. */
export function usualUnit(item: Item, place: { street: string; region: string }): string {
  if (item.handler === 'agency') return `agency:${item.agency}`;
  return item.handler === 'street' ? `street:${place.street}` : `community:${place.region}`;
}
