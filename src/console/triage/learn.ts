import type { RequestSummary } from '@district/contract/types.ts';
import type { Desk } from '../desk.ts';
import { triageQuery } from '../queries.ts';

/** What one's own change made of a request stands in the queue at once: the next key acts on that, and not on what it was before. */
export function learnRequest({ queries, client }: Desk, request: RequestSummary): void {
  queries.setQueryData(triageQuery(client).queryKey, (page) =>
    page?.items.some((item) => item.request.no === request.no)
      ? {
          ...page,
          items: page.items.map((item) => (item.request.no === request.no ? { ...item, request } : item)),
        }
      : page,
  );
}
