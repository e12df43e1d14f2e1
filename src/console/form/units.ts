/** Something to choose by name or id: a unit, or a region. */
export interface Choice {
  kind: string;
  id: string;
  name: string;
}

/** Units that can be chosen, those whose name or id holds what was typed; names that begin with it come first. */
export function matchingUnits(units: readonly Choice[], query: string): readonly Choice[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return units;
  const holds = units.filter(
    (unit) => unit.name.toLowerCase().includes(wanted) || unit.id.toLowerCase().includes(wanted),
  );
  const begins = (unit: Choice) => (unit.name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return holds.sort((a, b) => begins(a) - begins(b));
}
