import type { RequestSummary } from '@district/contract/types.ts';
import { dueText } from '../i18n/time.ts';
import { lightText, stateText } from '../i18n/words.ts';
import type { Column } from './operation.ts';

/** Columns of a list of requests; the highest priority number goes first when the window is narrow. */
export const REQUEST_COLUMNS: readonly Column<RequestSummary>[] = [
  {
    header: { zh: '灯', en: 'LIGHT' },
    cell: ({ light }, language) => (light === null ? '-' : lightText(light, language)),
  },
  { header: { zh: '期限', en: 'DUE' }, cell: ({ promisedDueAt }) => dueText(promisedDueAt), whole: true },
  { header: { zh: '单号', en: 'NO' }, cell: ({ no }) => no, whole: true },
  { header: { zh: '诉求', en: 'TITLE' }, cell: ({ title }) => title },
  {
    header: { zh: '状态', en: 'STATE' },
    cell: ({ state }, language) => stateText(state, language),
    priority: 2,
  },
  { header: { zh: '承办', en: 'LEAD' }, cell: ({ lead }) => lead?.name ?? '-', priority: 1 },
  { header: { zh: '地点', en: 'REGION' }, cell: ({ region }) => region.name, priority: 3 },
];
