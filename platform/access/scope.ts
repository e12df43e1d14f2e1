import { formatUnit } from '@district/contract/assignee.ts';
import {
  DISTRICT_DIGITS,
  isWithin,
  nextRegionPrefix,
  STREET_DIGITS,
  wholeRegionCode,
} from '@district/contract/region-code.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Operator } from './operator.ts';

/**
 * The rows of `requests` (or a table with the same columns, under `alias`) that exist for this operator. Part of every query, so that
 * what is outside looks as if it were not there. An agency sees what was sent to it; a street or community its own subtree and what was sent to it.
 */
export function requestScope(operator: Operator, alias = 'requests'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const district = districtScope(operator.region, column('district'));
  const unit = operator.unit === null ? undefined : formatUnit(operator.unit);
  if (unit === undefined) return district;
  const sent = sql<boolean>`(${column('lead')} = ${unit} or ${column('assistants')} @> array[${unit}])`;
  if (operator.unit?.kind === 'agency') return sql<boolean>`(${district} and ${sent})`;
  const place = operator.region.length === STREET_DIGITS ? column('street') : column('region');
  return sql<boolean>`(${district} and (${place} = ${wholeRegionCode(operator.region)} or ${sent}))`;
}

export function districtScope(region: string, column: RawBuilder<unknown>): RawBuilder<boolean> {
  if (region.length >= DISTRICT_DIGITS) return sql<boolean>`${column} = ${region.slice(0, DISTRICT_DIGITS)}`;
  return sql<boolean>`(${column} >= ${region} and ${column} < ${nextRegionPrefix(region)})`;
}

/**
 * The rows of a table with `district` and `region` in the subtree of a prefix, in the order of its primary key. A district is named by
 * `district` alone: a range that takes everything would make the planner, who does not know its bounds, expect a handful of rows.
 */
export function regionScope(prefix: string, alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const district = districtScope(prefix, column('district'));
  if (prefix.length <= DISTRICT_DIGITS) return district;
  return sql<boolean>`(${district} and ${column('region')} >= ${prefix} and ${column('region')} < ${nextRegionPrefix(prefix)})`;
}

export interface Placed {
  district: string;
  street: string;
  region: string;
  units: readonly string[];
}

/** The same scope for something in memory: an event, a new request. */
export function inScope(operator: Operator, thing: Placed): boolean {
  if (operator.unit === null) return isWithin(thing.region, operator.region);
  const sent = thing.units.includes(formatUnit(operator.unit));
  const sameDistrict = thing.district === operator.region.slice(0, DISTRICT_DIGITS);
  if (operator.unit.kind === 'agency') return sameDistrict && sent;
  return sameDistrict && (isWithin(thing.region, operator.region) || sent);
}
