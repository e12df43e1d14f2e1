import type { UnitRef } from '@district/contract/types.ts';

/** Units that can be chosen, those whose name or id holds what was typed; names that begin with it come first. */
export function matchingUnits(units: readonly UnitRef[], query: string): readonly UnitRef[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return units;
  const holds = units.filter(
    (unit) => unit.name.toLowerCase().includes(wanted) || unit.id.toLowerCase().includes(wanted),
  );
  const begins = (unit: UnitRef) => (unit.name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return holds.sort((a, b) => begins(a) - begins(b));
}
