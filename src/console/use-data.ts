import type { RequestDetail } from '@district/contract/types.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useConsole, useDesk } from './context.ts';
import { choiceSource, choicesOf } from './form/choices.ts';
import type { Form } from './form/form.ts';
import type { Choice } from './form/units.ts';
import { listQuery } from './list/lists.ts';
import { rowsOf } from './list/paged.ts';
import { LIST_TOP } from './list/place.ts';
import {
  accountQuery,
  dutyQuery,
  facetsQuery,
  noticeQuery,
  operatorQuery,
  overviewQuery,
  PREVIEW_KEPT_MS,
  progressQuery,
  regionsQuery,
  requestQuery,
  similarQuery,
  topQuery,
  trendQuery,
  triageCardQuery,
  triageQuery,
  unitsQuery,
} from './queries.ts';

import { askedFor, statsQuery, statsTrendQuery } from './stats/figures.ts';

export function useOperator() {
  return useQuery(operatorQuery(useDesk().client));
}

export function useOverview() {
  const { data: me } = useOperator();
  return useQuery({ ...overviewQuery(useDesk().client), enabled: me?.rights.reads !== false });
}

/** The top of a filter's list. */
export function useTopOf(filter: string) {
  return useQuery(topQuery(useDesk().client, filter));
}

/** Duty, for those at the centre: nobody else has a shift or anything handed over. */
export function useDuty() {
  const { data: me } = useOperator();
  return useQuery({ ...dutyQuery(useDesk().client), enabled: me?.parties.includes('centre') === true });
}

/** Open requests like this one; asked for only where it could be joined with them. */
export function useSimilar(request: RequestDetail | undefined) {
  const no = request?.no ?? '';
  return useQuery({
    ...similarQuery(useDesk().client, no),
    enabled: request?.actions.includes('merge') ?? false,
  });
}

/** The queue of triage. */
export function useTriage() {
  return useQuery(triageQuery(useDesk().client));
}

/** What is needed to decide on one request of the queue, or nothing asked while `no` is null. */
export function useTriageCard(no: string | null) {
  return useQuery({ ...triageCardQuery(useDesk().client, no ?? ''), enabled: no !== null });
}

/** How many there are by facet, of the filter in force. */
export function useFacets() {
  return useQuery(
    facetsQuery(
      useDesk().client,
      useConsole((state) => state.requests.filter),
    ),
  );
}

/** One request, or nothing asked while `no` is null. */
export function useRequest(no: string | null) {
  return useQuery({ ...requestQuery(useDesk().client, no ?? ''), enabled: no !== null });
}

/** What stands beside a list: as `useRequest`, and soon let go when the cursor goes on. */
export function usePreview(no: string | null) {
  const query = requestQuery(useDesk().client, no ?? '');
  return useQuery({ ...query, enabled: no !== null, gcTime: PREVIEW_KEPT_MS });
}

/** The approvals at hand on their screen. */
export function useApprovals() {
  const approvals = useConsole((state) => state.approvals);
  return rowsOf(useInfiniteQuery(listQuery(useDesk().client, 'approvals', approvals)).data);
}

/** The newest notices. */
export function useNewestNotices() {
  const { client, store } = useDesk();
  const { notices } = store.getState();
  return rowsOf(useInfiniteQuery(listQuery(client, 'notices', { ...notices, ...LIST_TOP })).data);
}

export function useAccount(no: string) {
  return useQuery(accountQuery(useDesk().client, no));
}

export function useNotice(no: string) {
  return useQuery(noticeQuery(useDesk().client, no));
}

/** What the field with the keyboard chooses from. Units and regions are asked for only once a form needs them. */
export function useChoices(form: Form | null): readonly Choice[] {
  const { client } = useDesk();
  const language = useConsole((state) => state.language);
  const source = form ? choiceSource(form) : null;
  const units = useQuery({ ...unitsQuery(client), enabled: source === 'units' || source === 'agencies' });
  const regions = useQuery({ ...regionsQuery(client), enabled: source === 'regions' });
  return source === null ? [] : choicesOf(source, units.data ?? [], regions.data ?? [], language);
}

/** The regions below the one gone down into last. */
export function useProgress() {
  const region = useConsole(({ entry }) => entry.path.at(-1) ?? null);
  return useQuery(progressQuery(useDesk().client, region));
}

/** The series of one cell, or nothing asked while there is none. */
export function useTrend(cell: { region: string; dataset: string } | null) {
  const { client } = useDesk();
  return useQuery({ ...trendQuery(client, cell?.region ?? '', cell?.dataset ?? ''), enabled: cell !== null });
}

/** The figures of the period shown. */
export function useStats() {
  const { client, clock } = useDesk();
  return useQuery(
    statsQuery(
      client,
      askedFor(
        useConsole(({ stats }) => stats),
        clock.nowMs(),
      ),
    ),
  );
}

/** Their course up to the period's last month; months by themselves are one already. */
export function useStatsTrend(months: number) {
  const { client, clock } = useDesk();
  const state = useConsole(({ stats }) => stats);
  return useQuery({
    ...statsTrendQuery(client, askedFor(state, clock.nowMs()), months),
    enabled: state.by !== 'month',
  });
}

/** The platform's time at which data came, in ms: deadlines are worded by it and hold still until new data come. */
export function useAsOf(dataUpdatedAt: number): number {
  return dataUpdatedAt + useConsole((state) => state.aheadMs);
}
