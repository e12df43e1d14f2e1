import * as z from 'zod';
import { FACET_VALUES_MAX, FACETS_COUNTED_DEFAULT, FACETS_COUNTED_MAX } from '../limits.ts';
import { FACETS } from '../vocabulary.ts';
import { FilterText } from './fields.ts';

const FacetValue = z
  .object({
    value: z.string().meta({ description: 'As the filter has it; `none` where there is nothing.' }),
    nameZh: z
      .string()
      .nullable()
      .meta({ description: 'From the dictionaries; null for words of the contract.' }),
    nameEn: z.string().nullable(),
    count: z.number().int().positive(),
    term: z.string().meta({ description: 'Added to the filter it leaves only these.' }),
  })
  .meta({ id: 'FacetValue' });

export const RequestFacets = z
  .object({
    counted: z.number().int().nonnegative().meta({ description: 'Requests that were looked at.' }),
    capped: z.boolean().meta({
      description: 'There are more: the tightest were counted, and each count is the least that there are.',
    }),
    facets: z.array(
      z
        .object({
          by: z.enum(FACETS),
          values: z.array(FacetValue).max(FACET_VALUES_MAX).meta({ description: 'The most frequent first.' }),
        })
        .meta({ id: 'Facet' }),
    ),
  })
  .meta({ id: 'RequestFacets' });

export const FacetsQuery = z.object({
  q: FilterText,
  by: z
    .string()
    .max(200)
    .optional()
    .meta({
      description: `Facets wanted, parted by commas: ${FACETS.join(', ')}. All of them when left out.`,
    }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(FACETS_COUNTED_MAX)
    .default(FACETS_COUNTED_DEFAULT)
    .meta({ description: 'Requests looked at, at most.' }),
});
