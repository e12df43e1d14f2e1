import { parseUnit } from '@district/contract/assignee.ts';
import type { RegionRef, UnitRef } from '@district/contract/types.ts';
import type { Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import type {
  AgenciesTable,
  DatasetsTable,
  RegionsTable,
  ServiceItemsTable,
} from '../store/schema/dictionaries.ts';

export type RegionRow = Selectable<RegionsTable>;
export type AgencyRow = Selectable<AgenciesTable>;
export type ServiceItemRow = Selectable<ServiceItemsTable>;
export type DatasetRow = Selectable<DatasetsTable>;

/** Regions, agencies, items and datasets in memory: small, read by every answer, changed by hand a few times a year. */
export interface Dictionaries {
  regions: ReadonlyMap<string, RegionRow>;
  agencies: ReadonlyMap<string, AgencyRow>;
  items: ReadonlyMap<string, ServiceItemRow>;
  /** In the order in which they are shown. */
  datasets: ReadonlyMap<string, DatasetRow>;
  /** Sorted by code. */
  regionList: readonly RegionRow[];
  region(code: string): RegionRef;
  /** `agency:housing` → with its name; null stays null. */
  unit(text: string): UnitRef;
}

export async function loadDictionaries(db: Database): Promise<Dictionaries> {
  const [regions, agencies, items, datasets] = await Promise.all([
    db.selectFrom('regions').selectAll().orderBy('code').execute(),
    db.selectFrom('agencies').selectAll().orderBy('id').execute(),
    db.selectFrom('service_items').selectAll().orderBy('id').execute(),
    db.selectFrom('datasets').selectAll().orderBy('position').execute(),
  ]);
  return dictionariesOf(regions, agencies, items, datasets);
}

function dictionariesOf(
  regionList: RegionRow[],
  agencyList: AgencyRow[],
  itemList: ServiceItemRow[],
  datasetList: DatasetRow[],
): Dictionaries {
  const regions = new Map(regionList.map((row) => [row.code, row]));
  const agencies = new Map(agencyList.map((row) => [row.id, row]));
  const refs = new Map<string, RegionRef>();
  const region = (code: string): RegionRef => {
    const known = refs.get(code) ?? {
      code,
      name: regions.get(code)?.name ?? code,
      path: regionPath(regions, code),
    };
    refs.set(code, known);
    return known;
  };
  return {
    regions,
    agencies,
    items: new Map(itemList.map((row) => [row.id, row])),
    datasets: new Map(datasetList.map((row) => [row.id, row])),
    regionList,
    region,
    unit: (text) => {
      const unit = parseUnit(text);
      if (!unit) throw new Error(`not a unit: ${text}`);
      const name = unit.kind === 'agency' ? agencies.get(unit.id)?.name_zh : regions.get(unit.id)?.name;
      return { ...unit, name: name ?? unit.id };
    },
  };
}

const PATH_LEVELS_LEFT_OUT: readonly string[] = ['province', 'city'];

function regionPath(regions: ReadonlyMap<string, RegionRow>, code: string): string {
  const names: string[] = [];
  for (
    let row = regions.get(code);
    row !== undefined;
    row = row.parent === null ? undefined : regions.get(row.parent)
  ) {
    if (!PATH_LEVELS_LEFT_OUT.includes(row.level)) names.unshift(row.name);
  }
  return names.join('/');
}
