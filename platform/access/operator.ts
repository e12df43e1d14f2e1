import { parseUnit, type Unit } from '@district/contract/assignee.ts';
import type { NoticeParty } from '@district/contract/notice-transitions.ts';
import { DISTRICT_DIGITS } from '@district/contract/region-code.ts';
import type { Party } from '@district/contract/transitions.ts';
import type { ApprovalDecider, Role } from '@district/contract/vocabulary.ts';
import type { OperatorsTable } from '../store/schema/access.ts';

export interface Operator {
  id: string;
  name: string;
  /** Null until a security officer has given one. */
  role: Role | null;
  /** The subtree seen, shortest prefix: 2 digits a province, 4 a city, 6 a district, 9 a street, 12 a community. */
  region: string;
  unit: Unit | null;
}

interface Rights {
  /** Requests, notices, progress and their events. */
  reads: boolean;
  parties: readonly Party[];
  decides: boolean;
  /** Says how approvals are handled in a district; decides also where administrators alone do. */
  setsApprovals: boolean;
  creates: boolean;
  /** Writes notices to its own subtree, decides on those of others. */
  notices: readonly Exclude<NoticeParty, 'platform'>[];
  /** Adds and disables accounts without a role, or gives and takes roles: never both. */
  accounts: 'adds' | 'empowers' | null;
  audits: boolean;
  /** May see one masked value at a time, for a purpose. */
  reveals: boolean;
  /** Sets the working calendar, where no district outside its own area works with it. */
  calendar: boolean;
  /** Sets who is paged when nobody acts. */
  paging: boolean;
  /** May be on duty, and hand over. */
  duty: boolean;
}

const NONE: Rights = {
  reads: false,
  parties: [],
  decides: false,
  setsApprovals: false,
  creates: false,
  notices: [],
  accounts: null,
  audits: false,
  reveals: false,
  calendar: false,
  paging: false,
  duty: false,
};

const CITY: Rights = {
  ...NONE,
  reads: true,
  parties: ['centre'],
  decides: true,
  setsApprovals: true,
  creates: true,
  notices: ['approver'],
  accounts: 'adds',
  calendar: true,
  paging: true,
};
const HANDLER: Rights = { ...NONE, reads: true, parties: ['handler'], reveals: true };
const PLACE: Rights = { ...HANDLER, creates: true, notices: ['author'] };

/** What a role may do; where it may do it is the operator's region and unit. */
const RIGHTS: Readonly<Record<Role, Rights>> = {
  province_administrator: CITY,
  city_administrator: CITY,
  administrator: { ...CITY, notices: ['author', 'approver'], reveals: true, duty: true },
  duty_officer: {
    ...NONE,
    reads: true,
    parties: ['centre'],
    decides: true,
    creates: true,
    notices: ['author'],
    reveals: true,
    duty: true,
  },
  approver: { ...NONE, reads: true, decides: true, notices: ['approver'] },
  notice_author: { ...NONE, reads: true, notices: ['author'] },
  agency_handler: HANDLER,
  street_operator: PLACE,
  community_operator: PLACE,
  security_officer: { ...NONE, accounts: 'empowers' },
  auditor: { ...NONE, audits: true },
};

export function rightsOf({ role }: Pick<Operator, 'role'>): Rights {
  return role === null ? NONE : RIGHTS[role];
}

/** Whether an operator decides on approvals that a district leaves to the centre, or to administrators alone. */
export function mayDecide(operator: Pick<Operator, 'role'>, decider: ApprovalDecider): boolean {
  const { decides, setsApprovals } = rightsOf(operator);
  return decides && (decider === 'centre' || setsApprovals);
}

export function operatorFrom(
  row: Pick<OperatorsTable, 'id' | 'name' | 'role' | 'region' | 'unit'>,
): Operator {
  const unit = row.unit === null ? null : (parseUnit(row.unit) ?? null);
  return { id: row.id, name: row.name, role: row.role, region: row.region, unit };
}

/** Keyed by the district, or by the city or province of those above it. */
export function districtOf({ region }: Pick<Operator, 'region'>): string {
  return region.slice(0, DISTRICT_DIGITS);
}
