import { type Action, type ActionField, fieldsOf, TRANSITIONS } from '@district/contract/transitions.ts';
import type { ActionInput, ActionOutcome } from '@district/contract/types.ts';
import { RATINGS } from '@district/contract/vocabulary.ts';
import { actionMessages } from '../i18n/messages/console-actions.ts';
import { dueText, timeText } from '../i18n/time.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { approvalKindText, stateText } from '../i18n/words.ts';
import { batchOperation } from './batch/batch-operation.ts';
import { count, text, texts } from './input.ts';
import type { BatchItems, Bilingual, Input, Operation, OptionDefinition } from './operation.ts';
import { camelCase } from './option-name.ts';
import { REQUESTS_ARGUMENT } from './request-batch.ts';
import { requestNumber, requestNumbers } from './request-number.ts';
import { BATCH_OPTIONS, FILTER_OPTIONS } from './shared-options.ts';
import { unitText } from './unit-text.ts';

const YES_NO = ['yes', 'no'] as const;
const UNIT_EXAMPLE = 'agency:housing, street:320302003, community:320302003001';

interface FieldDefinition {
  option: OptionDefinition;
  read: (input: Input, name: string) => ActionInput[ActionField];
}

/** How each field of the transition table is given on the command line. */
const FIELDS: Record<ActionField, FieldDefinition> = {
  remark: textField('remark', { zh: '备注', en: 'a remark' }),
  reply: textField('reply', { zh: '给居民的答复', en: 'the reply to the resident' }),
  reason: textField('reason', { zh: '理由', en: 'why' }),
  to: {
    option: {
      name: 'to',
      value: 'UNIT',
      completes: 'unit',
      summary: { zh: `主办单位(${UNIT_EXAMPLE})`, en: `the unit that leads (${UNIT_EXAMPLE})` },
    },
    read: (input, name) => unitText(text(input, name) ?? '', `--${name}`),
  },
  assistants: {
    option: {
      name: 'assistant',
      value: 'UNIT',
      completes: 'unit',
      repeatable: true,
      summary: { zh: '协办单位,可多次给出', en: 'a unit that assists; may be given again' },
    },
    read: (input, name) => texts(input, name).map((unit) => unitText(unit, `--${name}`)),
  },
  limit: {
    option: {
      name: 'limit',
      value: 'N',
      summary: { zh: '延长多少,单位同承诺时限', en: 'how much longer, in the unit of the promised limit' },
    },
    read: count,
  },
  until: {
    option: {
      name: 'until',
      value: 'DATE',
      summary: { zh: '到哪一天(如 2026-12-01)', en: 'until which day (2026-12-01)' },
    },
    read: text,
  },
  into: {
    option: {
      name: 'into',
      value: 'NO',
      completes: 'request',
      summary: { zh: '并入哪一件', en: 'the request it joins' },
    },
    read: (input, name) => requestNumber(text(input, name) ?? ''),
  },
  reached: yesNoField('reached', { zh: '是否联系到本人', en: 'whether the resident was reached' }),
  satisfied: yesNoField('satisfied', { zh: '本人是否满意', en: 'whether the resident is satisfied' }),
  rating: {
    option: {
      name: 'rating',
      value: 'RATING',
      choices: RATINGS,
      summary: { zh: '评价', en: 'the rating given' },
    },
    read: text as FieldDefinition['read'],
  },
};

interface ActionDescription {
  summary: Bilingual;
  /** The key that runs it on a list of requests and on one request. */
  key: string;
  examples?: readonly string[];
}

/** The operation of one action of the transition table, over any number of requests. */
export function requestAction(
  action: Action,
  { summary, key, examples }: ActionDescription,
): Operation<ActionOutcome> {
  const { needs = [], public: isPublic } = TRANSITIONS[action];
  const verb = action.replaceAll('_', '-');
  return batchOperation<ActionOutcome>({
    id: `requests.${verb}`,
    summary,
    effect: isPublic ? 'severe' : 'write',
    arguments: [REQUESTS_ARGUMENT],
    options: [
      ...fieldsOf(action).map((field) => ({ ...FIELDS[field].option, required: needs.includes(field) })),
      ...FILTER_OPTIONS,
      ...BATCH_OPTIONS,
    ],
    keys: { requests: key, request: key },
    examples: examples ?? [exampleOf(action, verb)],
    items: itemsOf(action),
    print: { lines: outcomeLines },
  });
}

function itemsOf(action: Action): BatchItems<ActionOutcome> {
  return {
    ids: (input) => requestNumbers(texts(input, 'no')),
    writer: (input) => {
      const body = readFields(action, input);
      return (client, no, options) => client.act(no, action, body, options);
    },
    versionOf: ({ request }) => request.version,
    matching: async (client, filter, signal) => {
      const { matchingRequests } = await import('./batch/matching-requests.ts');
      return matchingRequests(client, filter, signal);
    },
    look: async (client, no) => {
      const { version, timeline } = await client.getRequest(no);
      const [last] = [...timeline].sort((a, b) => b.seq - a.seq);
      return { version, doneBy: last?.action === action ? (last.by?.name ?? null) : null };
    },
  };
}

/** The body of an action from the fields that were given. */
function readFields(action: Action, input: Input): ActionInput {
  const given = fieldsOf(action)
    .filter((field) => input[camelCase(FIELDS[field].option.name)] !== undefined)
    .map((field) => [field, FIELDS[field].read(input, FIELDS[field].option.name)]);
  return Object.fromEntries(given);
}

function outcomeLines({ request, approval, heldUntil }: ActionOutcome, language: Language): string[] {
  if (heldUntil)
    return [translate(actionMessages, language, 'heldReminder', { no: request.no, at: timeText(heldUntil) })];
  const state = stateText(request.state, language);
  if (approval === null) {
    const lead = request.lead === null ? '' : `  ${request.lead.name}`;
    return [
      `${request.no}  ${state}${lead}  ${language === 'zh' ? '期限' : 'due'} ${dueText(request.promisedDueAt)}`,
    ];
  }
  const kind = approvalKindText(approval.kind, language);
  const until = dueText(approval.decideBy);
  return [
    language === 'zh'
      ? `${request.no}  ${state}  ${kind}待批 ${approval.id},${until} 前批复`
      : `${request.no}  ${state}  ${kind} waits for approval ${approval.id}, decided by ${until}`,
  ];
}

function exampleOf(action: Action, verb: string): string {
  const flags = (TRANSITIONS[action].needs ?? []).map((field) => {
    const { name, choices } = FIELDS[field].option;
    return ` --${name} ${EXAMPLE_VALUES[field] ?? choices?.[0] ?? 'TEXT'}`;
  });
  return `district requests ${verb} GL261112-0042${flags.join('')}`;
}

const EXAMPLE_VALUES: Partial<Record<ActionField, string>> = {
  to: 'agency:housing',
  assistants: 'agency:public_security',
  limit: '5',
  until: '2026-12-01',
  into: 'GL261112-0018',
  reason: '产权不在本单位',
  reply: '路灯已修复',
};

function textField(name: 'remark' | 'reply' | 'reason', summary: Bilingual): FieldDefinition {
  return { option: { name, value: 'TEXT', summary }, read: text };
}

function yesNoField(name: 'reached' | 'satisfied', summary: Bilingual): FieldDefinition {
  return {
    option: { name, value: 'YES|NO', choices: YES_NO, summary },
    read: (input) => text(input, name) === 'yes',
  };
}
