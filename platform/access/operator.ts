import { parseUnit, type Unit } from '@district/contract/assignee.ts';
import type { Party } from '@district/contract/transitions.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import type { OperatorsTable } from '../store/schema.ts';

export interface Operator {
  id: string;
  name: string;
  role: Role;
  /** The subtree seen, shortest prefix: 4 digits a city, 6 a district, 9 a street, 12 a community. */
  region: string;
  unit: Unit | null;
}

interface Rights {
  parties: readonly Party[];
  decides: boolean;
  creates: boolean;
}

/** What a role may do; where it may do it is the operator's region and unit. */
const RIGHTS: Readonly<Record<Role, Rights>> = {
  administrator: { parties: ['centre'], decides: true, creates: true },
  city_administrator: { parties: ['centre'], decides: true, creates: true },
  duty_officer: { parties: ['centre'], decides: true, creates: true },
  approver: { parties: [], decides: true, creates: false },
  agency_handler: { parties: ['handler'], decides: false, creates: false },
  street_operator: { parties: ['handler'], decides: false, creates: true },
  community_operator: { parties: ['handler'], decides: false, creates: true },
};

export function rightsOf(operator: Operator): Rights {
  return RIGHTS[operator.role];
}

export function operatorFrom(row: OperatorsTable): Operator {
  const unit = row.unit === null ? null : (parseUnit(row.unit) ?? null);
  return { id: row.id, name: row.name, role: row.role, region: row.region, unit };
}
