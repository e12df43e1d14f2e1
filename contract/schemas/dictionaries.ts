import * as z from 'zod';
import {
  CLOCK_STARTS,
  ITEM_KINDS,
  LIMIT_UNITS,
  REGION_LEVELS,
  SERVICE_CATEGORIES,
  UNIT_KINDS,
} from '../vocabulary.ts';
import { pageOf, RegionCode } from './fields.ts';

export const Validity = {
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  successors: z.array(z.string()),
};

export const Region = z
  .object({
    code: RegionCode,
    name: z.string(),
    level: z.enum(REGION_LEVELS),
    parent: RegionCode.nullable(),
    ...Validity,
  })
  .meta({ id: 'Region' });
export const RegionPage = pageOf(Region, 'RegionPage');

export const Agency = z
  .object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), shortZh: z.string(), ...Validity })
  .meta({ id: 'Agency' });
export const AgencyPage = pageOf(Agency, 'AgencyPage');

export const Limit = z
  .object({ limit: z.number().int().positive(), unit: z.enum(LIMIT_UNITS) })
  .meta({ id: 'Limit', description: 'A limit with its unit; the first day is the day after.' });

export const ServiceItem = z
  .object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    category: z.enum(SERVICE_CATEGORIES),
    kind: z.enum(ITEM_KINDS),
    handler: z.enum(UNIT_KINDS),
    agency: z.string().nullable(),
    clockStart: z.enum(CLOCK_STARTS),
    promised: Limit,
    statutory: Limit,
    procedureZh: z.array(z.string()),
    materialsZh: z.array(z.string()),
    basisZh: z.string(),
    ...Validity,
  })
  .meta({ id: 'ServiceItem' });
export const ServiceItemPage = pageOf(ServiceItem, 'ServiceItemPage');
