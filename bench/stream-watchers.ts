/** Consoles' ends of the event stream, many in one process; forked by bench/watchers.ts with the platform's address, a token and how many. */
import { createClient } from '../src/client/create-client.ts';

/** What all of them together were told. */
export interface Seen {
  events: number;
  /** Events of a request whose version does not follow the one before. */
  outOfOrder: number;
  /** From the moment that the event names to its arrival; a sample of all. */
  lagsMs: number[];
  processorSeconds: number;
}

/** One in so many lags is kept. */
const SAMPLED = 10;

const [, , url = '', token = '', count = ''] = process.argv;
const seen: Seen = { events: 0, outOfOrder: 0, lagsMs: [], processorSeconds: 0 };
const enough = new AbortController();

const watching = Array.from({ length: Number(count) }, () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: promise, end: watch(resolve) };
});
await Promise.all(watching.map(({ open }) => open));
const before = process.cpuUsage();
process.send?.('open');

process.once('message', async () => {
  const { user, system } = process.cpuUsage(before);
  enough.abort();
  await Promise.all(watching.map(({ end }) => end));
  process.send?.({ ...seen, processorSeconds: (user + system) / 1e6 } satisfies Seen, () => process.exit());
});

/** From now on until told that it is enough; a stream that breaks is a failure of what is measured. */
async function watch(onOpen: () => void): Promise<void> {
  const versions = new Map<string, number>();
  const client = createClient({ url, token });
  for await (const { no, version, at } of client.events({ signal: enough.signal, onOpen })) {
    seen.events += 1;
    if (seen.events % SAMPLED === 0) seen.lagsMs.push(Date.now() - Date.parse(at));
    const last = versions.get(no);
    if (last !== undefined && version !== last + 1) seen.outOfOrder += 1;
    versions.set(no, version ?? 0);
  }
}
