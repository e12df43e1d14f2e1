import type { RegionLevel } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';
import { stateCouncilDays, stateCouncilYears } from '../calendar/state-council.ts';
import type { Database, Writer } from '../store/database.ts';
import type {
  AgenciesTable,
  DatasetsTable,
  RegionsTable,
  ServiceItemsTable,
} from '../store/schema/dictionaries.ts';
import agencies from './data/agencies.json' with { type: 'json' };
import datasets from './data/datasets.json' with { type: 'json' };
import initials from './data/district-initials.json' with { type: 'json' };
import regionsFile from './data/regions.json' with { type: 'json' };
import { ITEMS } from './generate/items.ts';
import { insertMany } from './insert.ts';

/** When the city's roll-out of the community platform began: everything in the dictionaries is valid from then. */
const VALID_FROM = '2016-01-01';

const INITIALS: Readonly<Record<string, string>> = initials;

/** Digits that name a region at each level, longest first; a parent is the next shorter one. */
const BOUNDARIES = [12, 9, 6, 4, 2] as const;

function parentOf(code: string, known: ReadonlySet<string>): string | null {
  for (const digits of BOUNDARIES) {
    const parent = code.slice(0, digits).padEnd(12, '0');
    if (parent !== code && known.has(parent)) return parent;
  }
  return null;
}

function regionRows(): Selectable<RegionsTable>[] {
  const regions = regionsFile.regions as [string, string, RegionLevel][];
  const known = new Set(regions.map(([code]) => code));
  return regions.map(([code, name, level]) => ({
    code,
    name,
    level,
    parent: parentOf(code, known),
    initials: level === 'district' ? (INITIALS[code.slice(0, 6)] ?? null) : null,
    valid_from: VALID_FROM,
    valid_to: null,
    successors: [],
  }));
}

function agencyRows(): Selectable<AgenciesTable>[] {
  return agencies.map((agency) => ({
    id: agency.id,
    name_zh: agency.nameZh,
    name_en: agency.nameEn,
    short_zh: agency.shortZh,
    valid_from: agency.validFrom,
    valid_to: agency.validTo,
    successors: agency.successors.map(({ id }) => id),
  }));
}

function itemRows(): Selectable<ServiceItemsTable>[] {
  return ITEMS.map((item) => ({
    id: item.id,
    name_zh: item.nameZh,
    name_en: item.nameEn,
    category: item.category,
    kind: item.kind,
    handler: item.handler,
    agency: item.agency,
    clock_start: item.clockStart,
    promised_limit: item.promised.limit,
    promised_unit: item.promised.unit,
    statutory_limit: item.statutory.limit,
    statutory_unit: item.statutory.unit,
    procedure_zh: item.procedureZh,
    materials_zh: item.materialsZh,
    basis_zh: item.basisZh,
    valid_from: VALID_FROM,
    valid_to: null,
    successors: [],
  }));
}

function datasetRows(): Selectable<DatasetsTable>[] {
  return datasets.map((dataset, position) => ({
    id: dataset.id,
    position,
    name_zh: dataset.nameZh,
    name_en: dataset.nameEn,
    short_zh: dataset.shortZh,
    unit: dataset.unit,
    required_fields: dataset.requiredFields,
    restricted: dataset.restricted,
    valid_from: VALID_FROM,
    valid_to: null,
    successors: [],
  }));
}

export async function insertDictionaries(db: Writer): Promise<void> {
  await insertMany(db, 'regions', regionRows());
  await insertMany(db, 'agencies', agencyRows());
  await insertMany(db, 'service_items', itemRows());
  await insertMany(db, 'datasets', datasetRows());
  await insertMany(
    db,
    'calendar_years',
    stateCouncilYears().map((year) => ({ ...year, version: 1 })),
  );
  await insertMany(db, 'calendar_days', stateCouncilDays());
}

/** A platform without any dictionaries gets the ones that come with it. */
export async function ensureDictionaries(db: Database): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const found = await transaction.selectFrom('regions').select('code').limit(1).executeTakeFirst();
    if (!found) return insertDictionaries(transaction);
    // A database from before there was data entry has everything else.
    const dataset = await transaction.selectFrom('datasets').select('id').limit(1).executeTakeFirst();
    if (!dataset) await insertMany(transaction, 'datasets', datasetRows());
  });
}
