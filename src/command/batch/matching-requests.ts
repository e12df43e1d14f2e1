import { PAGE_SIZE_MAX } from '@district/contract/limits.ts';
import type { Client } from '../../client/client.ts';
import { requireBatchSize } from './batch-size.ts';

/** All requests a filter selects, with the versions they were seen in. One that moves between two pages is taken once. */
export async function matchingRequests(
  client: Client,
  q: string,
  signal: AbortSignal,
): Promise<{ id: string; version: number }[]> {
  const versions = new Map<string, number>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Client['listRequests']>> = await client.listRequests(
      { q, limit: PAGE_SIZE_MAX, ...(cursor !== null && { cursor }) },
      signal,
    );
    for (const { no, version } of page.items) versions.set(no, version);
    cursor = page.next;
    requireBatchSize(versions.size);
  } while (cursor !== null);
  return [...versions].map(([id, version]) => ({ id, version }));
}
