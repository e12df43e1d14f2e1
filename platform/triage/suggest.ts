import type { TriageSuggestion } from '@district/contract/triage.ts';
import type { RequestSummary, TriageCard } from '@district/contract/types.ts';

interface Facts {
  request: Pick<RequestSummary, 'actions' | 'lead'>;
  pastStatutory: boolean;
  isSupervised: boolean;
  /** Today, or it waits for office hours. */
  isReminded: boolean;
  similar: readonly Pick<RequestSummary, 'no'>[];
}

/** What the rule suggests, in the contract's order; only what is open to whoever asks. The like one that was filed first is merged into. */
export function suggest({
  request: { actions, lead },
  pastStatutory,
  isSupervised,
  isReminded,
  similar,
}: Facts): TriageCard['suggestions'] {
  const first = similar.map(({ no }) => no).toSorted()[0];
  const holds: Record<TriageSuggestion, boolean> = {
    arbitrate: actions.includes('arbitrate'),
    dispatch: lead === null && (actions.includes('assign') || actions.includes('accept')),
    supervise: pastStatutory && !isSupervised && actions.includes('supervise'),
    remind: !isReminded && actions.includes('remind'),
    merge: first !== undefined && actions.includes('merge'),
  };
  return (Object.keys(holds) as TriageSuggestion[])
    .filter((action) => holds[action])
    .map((action) => ({ action, into: action === 'merge' ? (first ?? null) : null }));
}
