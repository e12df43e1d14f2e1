import { parseUnit, type Unit } from '@district/contract/assignee.ts';
import type { NoticeParty } from '@district/contract/notice-transitions.ts';
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
  /** Writes notices to its own subtree, decides on those of others. */
  notices: readonly Exclude<NoticeParty, 'platform'>[];
}

/** What a role may do; where it may do it is the operator's region and unit. */
const RIGHTS: Readonly<Record<Role, Rights>> = {
  administrator: { parties: ['centre'], decides: true, creates: true, notices: ['author', 'approver'] },
  city_administrator: { parties: ['centre'], decides: true, creates: true, notices: ['approver'] },
  duty_officer: { parties: ['centre'], decides: true, creates: true, notices: ['author'] },
  approver: { parties: [], decides: true, creates: false, notices: ['approver'] },
  agency_handler: { parties: ['handler'], decides: false, creates: false, notices: [] },
  street_operator: { parties: ['handler'], decides: false, creates: true, notices: ['author'] },
  community_operator: { parties: ['handler'], decides: false, creates: true, notices: ['author'] },
};

export function rightsOf(operator: Pick<Operator, 'role'>): Rights {
  return RIGHTS[operator.role];
}

export function operatorFrom(row: OperatorsTable): Operator {
  const unit = row.unit === null ? null : (parseUnit(row.unit) ?? null);
  return { id: row.id, name: row.name, role: row.role, region: row.region, unit };
}
