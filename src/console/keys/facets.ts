import { facets } from '../../../commands/requests/facets.ts';
import type { Desk } from '../desk.ts';
import { loadedFacetValues } from '../facet-rows.ts';
import { openFilter } from '../open-filter.ts';
import type { Binding } from './binding.ts';
import { clamp, moveBinding } from './moves.ts';

const FACETS_KEY = facets.keys?.requests ?? '';

function setFacets(desk: Desk, shown: { cursor: number } | null): void {
  desk.store.setState(({ requests }) => ({ requests: { ...requests, facets: shown }, notice: null }));
}

/** Opens the counts beside the list, and closes them. */
export const FACETS_BINDING: Binding = {
  name: facets.id,
  keys: [FACETS_KEY],
  label: FACETS_KEY,
  summary: facets.summary,
  run: (desk) => setFacets(desk, desk.store.getState().requests.facets ? null : { cursor: 0 }),
};

/** The filter with the value at the cursor added; one that is in it already is not said twice. */
function narrow(desk: Desk): void {
  const { filter, facets: shown } = desk.store.getState().requests;
  const value = loadedFacetValues(desk)[shown?.cursor ?? 0];
  if (!value) return;
  const words = filter.split(' ');
  openFilter(desk, words.includes(value.term) ? filter : `${filter} ${value.term}`);
  setFacets(desk, { cursor: 0 });
}

/** While the counts are open the keys are theirs. */
export const FACETS_BINDINGS: readonly Binding[] = [
  moveBinding((desk, by) => {
    const cursor = desk.store.getState().requests.facets?.cursor ?? 0;
    setFacets(desk, { cursor: clamp(cursor + by, loadedFacetValues(desk).length) });
  }),
  {
    name: 'open',
    keys: ['return'],
    label: 'Enter',
    summary: { zh: '只看这一类', en: 'narrow the list to these' },
    run: narrow,
  },
  FACETS_BINDING,
  {
    name: 'back',
    keys: ['escape', 'left', 'backspace'],
    label: 'Esc',
    summary: { zh: '返回列表', en: 'back to the list' },
    run: (desk) => setFacets(desk, null),
  },
];
