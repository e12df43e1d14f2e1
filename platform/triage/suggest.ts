import type { TriageSuggestion } from '@district/contract/triage.ts';
import type { RequestSummary, TriageCard } from '@district/contract/types.ts';

interface Facts {
  request: Pick<RequestSummary, 'no' | 'actions' | 'lead'>;
  pastStatutory: boolean;
  isSupervised: boolean;
  /** Today, or it waits for office hours. */
  isReminded: boolean;
  similar: readonly Pick<RequestSummary, 'no'>[];
}

/** What the rule suggests, in the contract's order; only what is open to whoever asks. */
export function suggest({
  request: { no, actions, lead },
  pastStatutory,
  isSupervised,
  isReminded,
  similar,
}: Facts): TriageCard['suggestions'] {
  // The later one joins the earlier; numbers count up with time.
  const [first] = similar
    .map((one) => one.no)
    .filter((other) => other < no)
    .toSorted();
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
