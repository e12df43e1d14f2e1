import { FACETS_COUNTED_MAX } from '@district/contract/limits.ts';
import type { RequestFacets } from '@district/contract/types.ts';
import { FACETS, type Facet } from '@district/contract/vocabulary.ts';
import { FILTER_OPTIONS, filterOf } from '../../src/command/filter-option.ts';
import { count, texts } from '../../src/command/input.ts';
import type { Column, Operation, OperationContext } from '../../src/command/operation.ts';
import { countText, facetText, facetValueText } from '../../src/i18n/facet-words.ts';

type Value = RequestFacets['facets'][number]['values'][number];
interface Row extends Value {
  by: Facet;
  capped: boolean;
}

const COLUMNS: readonly Column<Row>[] = [
  { header: { zh: '按', en: 'BY' }, cell: ({ by }, language) => facetText(by, language) },
  { header: { zh: '值', en: 'VALUE' }, cell: (row, language) => facetValueText(row.by, row, language) },
  {
    header: { zh: '件数', en: 'COUNT' },
    cell: ({ count: n, capped }) => countText(n, capped),
    align: 'right',
    whole: true,
  },
  { header: { zh: '筛选', en: 'FILTER' }, cell: ({ term }) => term, priority: 1 },
];

export const facets: Operation<RequestFacets> = {
  id: 'requests.facets',
  summary: {
    zh: '按状态、承办、街道、事项等分别有几件',
    en: 'count requests by state, unit, street, matter and more',
  },
  effect: 'read',
  options: [
    ...FILTER_OPTIONS,
    {
      name: 'by',
      value: 'FACET',
      choices: FACETS,
      repeatable: true,
      summary: {
        zh: '按什么计数,可多次给出,默认全部',
        en: 'by what to count; may be given again, all unless told',
      },
    },
    {
      name: 'limit',
      value: 'N',
      summary: {
        zh: `最多数几件(默认 ${FACETS_COUNTED_MAX}),再多只说“至少”`,
        en: `requests counted at most (default ${FACETS_COUNTED_MAX}); beyond it counts are the least there are`,
      },
    },
  ],
  keys: { requests: '#' },
  examples: [
    'district requests facets --q is:overdue --by to --by street',
    `district requests facets --by state --json facets`,
  ],
  async *run(input, context) {
    const q = await filterOf(input, context);
    const by = texts(input, 'by').join(',');
    const limit = count(input, 'limit') ?? FACETS_COUNTED_MAX;
    const client = await context.client();
    const value = await client.countRequests(
      { limit, ...(q !== undefined && { q }), ...(by !== '' && { by }) },
      context.signal,
    );
    if (value.capped) sayCapped(value.counted, context);
    yield { status: 'done', value };
  },
  print: { columns: COLUMNS, rows: rowsOf },
};

function rowsOf({ facets: all, capped }: RequestFacets): Row[] {
  return all.flatMap(({ by, values }) => values.map((value) => ({ ...value, by, capped })));
}

function sayCapped(counted: number, { language, say }: OperationContext): void {
  say(
    language === 'zh'
      ? `只数了期限最紧的 ${counted} 件,另有更多:各数都是“至少”。`
      : `Only the ${counted} tightest were counted, there are more: each count is the least there are.`,
  );
}
