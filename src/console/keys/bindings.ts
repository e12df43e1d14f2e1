import { ACTION_BINDINGS } from './actions.ts';
import { APPROVALS_BINDINGS, DECISION_BINDINGS } from './approvals.ts';
import { AUDIT_BINDINGS, AUDIT_ENTRY_BINDINGS } from './audit.ts';
import { type Binding, keysNow } from './binding.ts';
import { DETAIL_BINDINGS } from './detail.ts';
import { ENTRY_BINDINGS } from './entry.ts';
import { FACETS_BINDINGS } from './facets.ts';
import { GLOBAL_BINDINGS } from './global.ts';
import { type KeyChanges } from './key-changes.ts';
import { NOTICE_BINDINGS, NOTICES_BINDINGS } from './notices.ts';
import { OPERATOR_BINDINGS, OPERATORS_BINDINGS } from './operators.ts';
import { REQUESTS_BINDINGS } from './requests.ts';
import { STATS_BINDINGS } from './stats.ts';
import { TRIAGE_BINDINGS } from './triage.ts';
import { WORKBENCH_BINDINGS } from './workbench.ts';

/** Where a person can be: a screen, an open request, or one opened to decide on its approval. */
export const PLACES = [
  'workbench',
  'requests',
  'facets',
  'request',
  'notices',
  'notice',
  'entry',
  'triage',
  'approvals',
  'decision',
  'operators',
  'operator',
  'audit',
  'audited',
  'stats',
] as const;
export type Place = (typeof PLACES)[number];

export const BINDINGS: Readonly<Record<Place, readonly (readonly Binding[])[]>> = {
  workbench: [WORKBENCH_BINDINGS, GLOBAL_BINDINGS],
  requests: [REQUESTS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  facets: [FACETS_BINDINGS, GLOBAL_BINDINGS],
  notices: [NOTICES_BINDINGS, GLOBAL_BINDINGS],
  notice: [NOTICE_BINDINGS, GLOBAL_BINDINGS],
  entry: [ENTRY_BINDINGS, GLOBAL_BINDINGS],
  triage: [TRIAGE_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  audit: [AUDIT_BINDINGS, GLOBAL_BINDINGS],
  audited: [AUDIT_ENTRY_BINDINGS, GLOBAL_BINDINGS],
  stats: [STATS_BINDINGS, GLOBAL_BINDINGS],
  approvals: [APPROVALS_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  operators: [OPERATORS_BINDINGS, GLOBAL_BINDINGS],
  operator: [OPERATOR_BINDINGS, GLOBAL_BINDINGS],
  request: [DETAIL_BINDINGS, GLOBAL_BINDINGS, ACTION_BINDINGS],
  decision: [DETAIL_BINDINGS, GLOBAL_BINDINGS, DECISION_BINDINGS, ACTION_BINDINGS],
};

/** Bindings of a place, nearest first. An action whose key means something else there is reached by the menu of actions. */
export function bindingsOf(place: Place, changes: KeyChanges = {}): readonly (readonly Binding[])[] {
  const taken = new Set<string>();
  return BINDINGS[place].map((bindings) => {
    const free = bindings.filter((binding) => {
      const keys = [...keysNow(binding, changes).keys()];
      return keys.length > 0 && !keys.some((key) => taken.has(key));
    });
    for (const binding of free) for (const key of keysNow(binding, changes).keys()) taken.add(key);
    return free;
  });
}
