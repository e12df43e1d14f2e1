import { regionLevel, regionPrefix, wholeRegionCode } from './region-code.ts';
import { UNIT_KINDS, type UnitKind } from './vocabulary.ts';

/** A unit that works on requests: `agency:urban_management`, `street:320302003000`, `community:320302003001`. */
export interface Unit {
  kind: UnitKind;
  /** An agency id, or a 12-digit region code. */
  id: string;
}

const STREET_LEVELS: readonly string[] = ['street', 'town', 'township', 'zone'];
const COMMUNITY_LEVELS: readonly string[] = ['community', 'village'];

/** Reads `kind:id`; region prefixes are completed to 12 digits. Undefined when it names no unit. */
export function parseUnit(text: string): Unit | undefined {
  const colon = text.indexOf(':');
  const kind = UNIT_KINDS.find((known) => known === text.slice(0, colon));
  const id = text.slice(colon + 1);
  if (kind === undefined || id === '') return undefined;
  if (kind === 'agency') return /^[a-z][a-z0-9_]*$/.test(id) ? { kind, id } : undefined;
  const prefix = regionPrefix(id);
  if (prefix === undefined) return undefined;
  const code = wholeRegionCode(prefix);
  const levels = kind === 'street' ? STREET_LEVELS : COMMUNITY_LEVELS;
  return levels.includes(regionLevel(code) ?? '') ? { kind, id: code } : undefined;
}

export function formatUnit(unit: Unit): string {
  return `${unit.kind}:${unit.id}`;
}
