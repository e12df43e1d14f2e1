import { isWithin } from '@district/contract/region-code.ts';
import { ROUTES } from '@district/contract/routes.ts';
import { createRoute } from '@hono/zod-openapi';
import type { App } from '../http/environment.ts';
import { decodeCursor, encodeCursor, page } from '../http/paging.ts';
import type { AgencyRow, DatasetRow, RegionRow, ServiceItemRow } from './dictionaries.ts';

/** The part of a list sorted by key that follows the cursor's key. */
function after<T>(rows: readonly T[], keyOf: (row: T) => string, cursor: string[] | undefined): T[] {
  const key = cursor?.[0];
  return key === undefined ? [...rows] : rows.filter((row) => keyOf(row) > key);
}

/** Datasets stand in an order of their own; padded, it sorts as text. */
const DATASET_PLACE_DIGITS = 6;

export function dictionaryRoutes(app: App): void {
  app.openapi(createRoute(ROUTES.listRegions), (c) => {
    const { level, parent, limit, cursor } = c.req.valid('query');
    const { operator, services } = c.var;
    const rows = services.dictionaries.regionList.filter(
      (row) =>
        isWithin(row.code, operator.region) &&
        (level === undefined || row.level === level) &&
        (parent === undefined || row.parent === parent),
    );
    const rest = after(rows, (row) => row.code, decodeCursor('regions', cursor, 1));
    return c.json(
      page(rest, limit, (last) => encodeCursor('regions', [last.code]), regionOf),
      200,
    );
  });

  app.openapi(createRoute(ROUTES.listAgencies), (c) => {
    const { limit, cursor } = c.req.valid('query');
    const rows = [...c.var.services.dictionaries.agencies.values()];
    const rest = after(rows, (row) => row.id, decodeCursor('agencies', cursor, 1));
    return c.json(
      page(rest, limit, (last) => encodeCursor('agencies', [last.id]), agencyOf),
      200,
    );
  });

  app.openapi(createRoute(ROUTES.listItems), (c) => {
    const { category, limit, cursor } = c.req.valid('query');
    const rows = [...c.var.services.dictionaries.items.values()].filter(
      (row) => category === undefined || row.category === category,
    );
    const rest = after(rows, (row) => row.id, decodeCursor('items', cursor, 1));
    return c.json(
      page(rest, limit, (last) => encodeCursor('items', [last.id]), itemOf),
      200,
    );
  });

  app.openapi(createRoute(ROUTES.listDatasets), (c) => {
    const { limit, cursor } = c.req.valid('query');
    const rows = [...c.var.services.dictionaries.datasets.values()];
    const place = ({ position }: DatasetRow) => String(position).padStart(DATASET_PLACE_DIGITS, '0');
    const rest = after(rows, place, decodeCursor('datasets', cursor, 1));
    return c.json(
      page(rest, limit, (last) => encodeCursor('datasets', [place(last)]), datasetOf),
      200,
    );
  });
}

function validityOf(row: { valid_from: string; valid_to: string | null; successors: string[] }) {
  return { validFrom: row.valid_from, validTo: row.valid_to, successors: row.successors };
}

function regionOf(row: RegionRow) {
  return { code: row.code, name: row.name, level: row.level, parent: row.parent, ...validityOf(row) };
}

function agencyOf(row: AgencyRow) {
  return { id: row.id, nameZh: row.name_zh, nameEn: row.name_en, shortZh: row.short_zh, ...validityOf(row) };
}

function itemOf(row: ServiceItemRow) {
  return {
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    category: row.category,
    kind: row.kind,
    handler: row.handler,
    agency: row.agency,
    clockStart: row.clock_start,
    promised: { limit: row.promised_limit, unit: row.promised_unit },
    statutory: { limit: row.statutory_limit, unit: row.statutory_unit },
    procedureZh: row.procedure_zh,
    materialsZh: row.materials_zh,
    basisZh: row.basis_zh,
    ...validityOf(row),
  };
}

export function datasetOf(row: DatasetRow) {
  return {
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    shortZh: row.short_zh,
    unit: row.unit,
    requiredFields: row.required_fields,
    restricted: row.restricted,
    ...validityOf(row),
  };
}
