import type {
  ClockStart,
  ItemKind,
  LimitUnit,
  RegionLevel,
  ServiceCategory,
  UnitKind,
} from '@district/contract/vocabulary.ts';
import type { Json } from './json.ts';

export interface Validity {
  valid_from: string;
  valid_to: string | null;
  successors: string[];
}

export interface RegionsTable extends Validity {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  /** Two letters that begin request numbers; districts only. */
  initials: string | null;
}

export interface AgenciesTable extends Validity {
  id: string;
  name_zh: string;
  name_en: string;
  short_zh: string;
}

export interface ServiceItemsTable extends Validity {
  id: string;
  name_zh: string;
  name_en: string;
  category: ServiceCategory;
  kind: ItemKind;
  handler: UnitKind;
  agency: string | null;
  clock_start: ClockStart;
  promised_limit: number;
  promised_unit: LimitUnit;
  statutory_limit: number;
  statutory_unit: LimitUnit;
  procedure_zh: Json<string[]>;
  materials_zh: Json<string[]>;
  basis_zh: string;
}

export interface CalendarDaysTable {
  date: string;
  working: boolean;
  name: string;
}

export interface CalendarYearsTable {
  year: number;
  paper: string;
  version: number;
}

export interface Named {
  id: string;
  nameZh: string;
  nameEn: string;
}

export interface DatasetsTable extends Validity {
  id: string;
  position: number;
  name_zh: string;
  name_en: string;
  short_zh: string;
  unit: Json<Named>;
  required_fields: Json<Named[]>;
  restricted: boolean;
}
