import { formatUnit, parseUnit } from '@district/contract/assignee.ts';
import { ROLE_LEVELS, unitOfPost } from '@district/contract/posts.ts';
import type { Role } from '@district/contract/vocabulary.ts';

export interface Post {
  role: Role;
  /** A prefix. */
  region: string;
  unit: string | null;
}

export interface Unfit {
  path: 'region' | 'unit';
  message: string;
}

/** The post of a role in a region, or why there is no such post. Whether the agency exists is the dictionary's to say. */
export function postOf(role: Role, region: string, text: string | undefined): Post | Unfit {
  const levels = ROLE_LEVELS[role];
  if (!levels.includes(region.length))
    return {
      path: 'region',
      message: `${role} is held in a region of ${levels.join(' or ')} digits, not in ${region}`,
    };
  const named = text === undefined ? null : (parseUnit(text) ?? null);
  const unit = unitOfPost(role, region, named?.kind === 'agency' ? named : null);
  if (role === 'agency_handler' && unit === null)
    return { path: 'unit', message: 'needed: the agency, as agency:<id>' };
  if (text !== undefined && (unit === null || formatUnit(unit) !== text))
    return { path: 'unit', message: `does not fit ${role} in ${region}: leave it out` };
  return { role, region, unit: unit && formatUnit(unit) };
}
