import type { RequestFacets } from '@district/contract/types.ts';

/** Counts of a filter that leaves `counted` requests. */
export function aCount(counted: number): RequestFacets {
  const word = (value: string, count: number, term: string) => ({
    value,
    nameZh: null,
    nameEn: null,
    count,
    term,
  });
  return {
    counted,
    capped: false,
    facets: [
      { by: 'light', values: [word('red', 41, 'light:red'), word('green', 12, 'light:green')] },
      { by: 'state', values: [word('in_progress', 50, 'state:in_progress')] },
      {
        by: 'to',
        values: [
          {
            value: 'agency:urban_management',
            nameZh: '城管',
            nameEn: 'Urban management',
            count: 21,
            term: 'to:agency:urban_management',
          },
          word('none', 3, 'to:none'),
        ],
      },
    ],
  };
}
