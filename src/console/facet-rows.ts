import type { RequestFacets } from '@district/contract/types.ts';
import type { Facet } from '@district/contract/vocabulary.ts';
import type { Desk } from './desk.ts';
import { facetsQuery } from './queries.ts';

/** Values of one facet on the screen; the rest are seldom what one looks for, and the one-shot command has them. */
const VALUES_SHOWN = 8;

export type FacetValue = RequestFacets['facets'][number]['values'][number];
export interface ShownFacet {
  by: Facet;
  values: readonly FacetValue[];
  /** Values left out. */
  more: number;
}

/** What the pane shows: facets that tell something apart, each with its most frequent values. */
export function shownFacets(facets: RequestFacets | undefined): readonly ShownFacet[] {
  return (facets?.facets ?? []).flatMap(({ by, values }) =>
    values.length === 0
      ? []
      : [
          {
            by,
            values: values.slice(0, VALUES_SHOWN),
            more: Math.max(0, values.length - VALUES_SHOWN),
          },
        ],
  );
}

/** The values in the order in which the cursor goes over them. */
export function loadedFacetValues(desk: Desk): readonly FacetValue[] {
  const { filter } = desk.store.getState().requests;
  const facets = desk.queries.getQueryData(facetsQuery(desk.client, filter).queryKey);
  return shownFacets(facets).flatMap(({ values }) => values);
}
