import type { DutyStatus, Overview, TriagePage, UnitRef } from '@district/contract/types.ts';
import {
  environmentManager,
  QueryCache,
  QueryClient,
  queryOptions,
  replaceEqualDeep,
} from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import { failureOf } from '../command/catch-failure.ts';
import { isOfTheRoad } from '../command/road-failure.ts';
import type { Choice } from './form/units.ts';

/** Events say what changed; the overview also asks by itself, since a deadline passes without an event. */
const OVERVIEW_REFRESH_MS = 60_000;
/** What was read so long ago is asked for anew when somebody goes to look at it. */
const STALE_MS = 30_000;
/** What is left after so many comes with the next look. */
const TRIAGE_PAGE_SIZE = 100;
const DICTIONARY_PAGE_SIZE = 200;
/** What a cursor rested on in passing is let go once it would be asked for anew anyway: a morning's walk rests on hundreds. */
export const PREVIEW_KEPT_MS = STALE_MS;
/** A read is tried again twice when the road failed; after that the event stream finds the platform and asks anew. */
const RETRIES_MAX = 2;
const RETRY_DELAY_MS = 300;

/** Whether a failed read is worth repeating: only when the platform was not reached. */
function shouldRetry(failures: number, error: unknown): boolean {
  return failures < RETRIES_MAX && isOfTheRoad(failureOf(error));
}

/** @param onGood hears of every good answer, @param onFailed of every read given up. */
export function createQueries(onGood: () => void, onFailed: (error: unknown) => void): QueryClient {
  // A terminal has no window, by which the library takes us for a server and never polls.
  environmentManager.setIsServer(() => false);
  return new QueryClient({
    queryCache: new QueryCache({ onSuccess: onGood, onError: onFailed }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay: RETRY_DELAY_MS,
        staleTime: STALE_MS,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

export function operatorQuery(client: Client) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => client.me(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function overviewQuery(client: Client) {
  return queryOptions({
    queryKey: ['overview'],
    queryFn: ({ signal }) => client.overview(signal),
    refetchInterval: OVERVIEW_REFRESH_MS,
    structuralSharing: (before, now) => unlessLater(before as Overview | undefined, now as Overview),
  });
}

/** Of an instant, up to its tens of minutes: `2026-10-08T08:3`. */
const TEN_MINUTES_CHARACTERS = 15;

/**
 * The overview of before while only its time has gone on, and by less than ten minutes: a desk where nothing happens is not laid out
 * anew. Overdue hours are worded by that time.
 */
function unlessLater(before: Overview | undefined, now: Overview): Overview {
  const [then, at] = [before?.asOf ?? '', now.asOf].map((instant) =>
    instant.slice(0, TEN_MINUTES_CHARACTERS),
  );
  return replaceEqualDeep(before, before && then === at ? { ...now, asOf: before.asOf } : now);
}

/** Rows of the top of a list that stands beside something else: a large window's height. */
const TOP_SIZE = 40;

/** The tightest requests of a filter, for those who only look in. */
export function topQuery(client: Client, filter: string) {
  return queryOptions({
    queryKey: ['requests', filter, 'top'],
    queryFn: ({ signal }) => client.listRequests({ q: filter, limit: TOP_SIZE }, signal),
  });
}

export function requestQuery(client: Client, no: string) {
  return queryOptions({
    queryKey: ['request', no],
    queryFn: ({ signal }) => client.getRequest(no, signal),
  });
}

/** What was there before when nothing but its time has gone on: nothing is laid out anew. */
function withoutItsTime<T extends { asOf: string }>(before: T | undefined, now: T): T {
  return replaceEqualDeep(before, before ? { ...now, asOf: before.asOf } : now);
}

/** The queue of triage, as far as one sitting gets; a deadline passes without an event, so it also asks by itself. */
export function triageQuery(client: Client) {
  return queryOptions({
    queryKey: ['triage'],
    queryFn: ({ signal }) => client.listTriage({ limit: TRIAGE_PAGE_SIZE }, signal),
    refetchInterval: OVERVIEW_REFRESH_MS,
    structuralSharing: (before, now) => withoutItsTime(before as TriagePage | undefined, now as TriagePage),
  });
}

export function triageCardQuery(client: Client, no: string) {
  return queryOptions({
    queryKey: ['triage', no],
    queryFn: ({ signal }) => client.triageCard(no, signal),
  });
}

/** Who is on duty and what was handed over; a shift ends by the clock, so it also asks by itself. */
export function dutyQuery(client: Client) {
  return queryOptions({
    queryKey: ['duty'],
    queryFn: ({ signal }) => client.duty(signal),
    refetchInterval: OVERVIEW_REFRESH_MS,
    structuralSharing: (before, now) => withoutItsTime(before as DutyStatus | undefined, now as DutyStatus),
  });
}

/** Open requests nearby that may be about the same. */
export function similarQuery(client: Client, no: string) {
  return queryOptions({
    queryKey: ['similar', no],
    queryFn: ({ signal }) => client.similarRequests(no, signal),
  });
}

export function templatesQuery(client: Client) {
  return queryOptions({
    queryKey: ['templates'],
    queryFn: ({ signal }) => client.listTemplates(signal),
  });
}

export function noticeQuery(client: Client, no: string) {
  return queryOptions({
    queryKey: ['notice', no],
    queryFn: ({ signal }) => client.getNotice(no, signal),
  });
}

export function accountQuery(client: Client, no: string) {
  return queryOptions({
    queryKey: ['account', no],
    queryFn: ({ signal }) => client.getOperator(no, signal),
  });
}

/** Regions a notice can go to or a post be held in: all of one's own subtree. */
export function regionsQuery(client: Client) {
  return queryOptions({
    queryKey: ['regions'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await client.listRegions({ limit: DICTIONARY_PAGE_SIZE }, signal);
      return items.map(({ code: id, name, level: kind }) => ({ kind, id, name }));
    },
  });
}

/** The regions below `region`, of one's own subtree when null. No event tells of entering: it asks by itself. */
export function progressQuery(client: Client, region: string | null) {
  return queryOptions({
    queryKey: ['progress', region],
    queryFn: ({ signal }) => client.progressGrid(region === null ? {} : { region }, signal),
    refetchInterval: OVERVIEW_REFRESH_MS,
  });
}

export function trendQuery(client: Client, region: string, dataset: string) {
  return queryOptions({
    queryKey: ['progress', region, dataset],
    queryFn: ({ signal }) => client.progressTrend({ region, dataset }, signal),
  });
}

/** Units a request can be sent to: the departments, then the streets. */
export function unitsQuery(client: Client) {
  return queryOptions({
    queryKey: ['units'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<UnitRef[]> => {
      const [agencies, regions] = await Promise.all([
        client.listAgencies({ limit: DICTIONARY_PAGE_SIZE }, signal),
        client.listRegions({ limit: DICTIONARY_PAGE_SIZE, level: 'street' }, signal),
      ]);
      return [
        ...agencies.items.map((agency) => ({
          kind: 'agency' as const,
          id: agency.id,
          // People type either: the short name of everyday or the one on the door.
          name: agency.shortZh === agency.nameZh ? agency.nameZh : `${agency.shortZh} ${agency.nameZh}`,
        })),
        ...regions.items.map((region) => ({ kind: 'street' as const, id: region.code, name: region.name })),
      ];
    },
  });
}

/** Service items, by which a filter can be typed. */
export function itemsQuery(client: Client) {
  return queryOptions({
    queryKey: ['items'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => (await client.listItems({ limit: DICTIONARY_PAGE_SIZE }, signal)).items,
  });
}

/** Asks for what a filter can name, so that it is at hand by the time it is typed. */
export function prefetchNames(queries: QueryClient, client: Client): void {
  void queries.prefetchQuery(unitsQuery(client));
  void queries.prefetchQuery(regionsQuery(client));
  void queries.prefetchQuery(itemsQuery(client));
}

/** How many there are by facet, of the filter in force. Its key begins like the list's: what changes one changes the other. */
export function facetsQuery(client: Client, filter: string) {
  return queryOptions({
    queryKey: ['requests', filter, 'facets'],
    queryFn: ({ signal }) => client.countRequests({ q: filter }, signal),
  });
}

/** What no event tells of, after the platform was away. */
export async function refreshProgress(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['progress'] }),
    queries.invalidateQueries({ queryKey: ['stats'] }),
  ]);
}

/** Everything that an event may have changed. Dictionaries and the operator stay. */
export async function refreshWork(queries: QueryClient, no?: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['overview'] }),
    queries.invalidateQueries({ queryKey: ['requests'] }),
    queries.invalidateQueries({ queryKey: ['approvals'] }),
    queries.invalidateQueries({ queryKey: ['triage'] }),
    queries.invalidateQueries({ queryKey: no === undefined ? ['request'] : ['request', no] }),
  ]);
}

export function refreshDuty(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['duty'] });
}

/** No event tells of accounts: after one's own change, and after the platform was away. */
export async function refreshAccounts(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['accounts'] }),
    queries.invalidateQueries({ queryKey: ['account'] }),
  ]);
}

export async function refreshNotices(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['notices'] }),
    queries.invalidateQueries({ queryKey: ['notice'] }),
  ]);
}
