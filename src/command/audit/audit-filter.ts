import { AUDIT_OUTCOMES, type AuditOutcome } from '@district/contract/vocabulary.ts';
import type { Client } from '../../client/client.ts';
import { text } from '../input.ts';
import type { Input, OptionDefinition } from '../operation.ts';
import { REGION_OPTION, regionOf } from '../region-option.ts';
import { instantOf } from './instant-option.ts';

/** Which entries are meant. */
export type AuditFilter = Omit<Parameters<Client['listAudit']>[0], 'limit' | 'cursor'>;

export const FILTER_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'operator',
    value: 'ID|LOGIN',
    summary: { zh: '人员编号或登录名', en: 'an operator’s id or login' },
  },
  {
    name: 'action',
    value: 'ACTION',
    summary: {
      zh: '操作,如 requests.accept,或 requests 表示全部',
      en: 'such as requests.accept, or requests for all of them',
    },
  },
  { name: 'object', value: 'NO|ID', summary: { zh: '对象的编号', en: 'what it was done to' } },
  {
    name: 'outcome',
    value: 'WORD',
    choices: AUDIT_OUTCOMES,
    summary: { zh: '结果:已办或被拒', en: 'done or refused' },
  },
  { name: 'address', value: 'IP', summary: { zh: '来自的网络地址', en: 'the network address it came from' } },
  REGION_OPTION,
  { name: 'from', value: 'TIME', summary: { zh: '自此时起(北京时间)', en: 'from then on (Asia/Shanghai)' } },
  {
    name: 'to',
    value: 'TIME',
    summary: { zh: '到此时止;只写日期则含当天', en: 'until then; a date alone includes that day' },
  },
];

/** Throws a usage failure for a time or a region that is none. */
export function auditFilter(input: Input): AuditFilter {
  const wish = {
    operator: text(input, 'operator'),
    action: text(input, 'action'),
    object: text(input, 'object'),
    outcome: text(input, 'outcome') as AuditOutcome | undefined,
    ip: text(input, 'address'),
    region: regionOf(input, 'region'),
    from: instantOf(input, 'from', 'begin'),
    to: instantOf(input, 'to', 'end'),
  };
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}
