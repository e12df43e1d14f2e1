import type { ActionInput, CreateNotice, RevealRequest } from '@district/contract/types.ts';
import type { Input } from '../command/operation.ts';
import { twin } from '../command/twin.ts';
import type { FormAction, FormTarget } from './form/form.ts';
import { OPERATIONS } from './operations.ts';

/** The contract's plural is a repeated flag in the shell. */
const FLAGS: Readonly<Record<string, string>> = {
  assistants: 'assistant',
  regions: 'region',
  channels: 'channel',
  fields: 'field',
  wait: 'until',
  shiftEnd: 'until',
  next: 'to',
  notes: 'note',
};

type Body = (ActionInput & Partial<RevealRequest>) | CreateNotice;

/** The shell line that does to the same items what the form did. */
export function twinOf(action: FormAction, targets: readonly FormTarget[], body: Body): string {
  const operation = OPERATIONS[action];
  const items = operation.arguments?.[0]?.name ?? (action === 'units.remind' ? 'unit' : 'no');
  return twin(operation, {
    [items]: targets.map((target) => target.approvalId ?? target.no),
    ...flagsOf(action, body),
  });
}

/** What was filled in, as the operation's flags have it. */
export function flagsOf(action: FormAction, body: Body): Input {
  const operation = OPERATIONS[action];
  const input: Record<string, Input[string]> = {};
  const { audience, ...plain } = body as Partial<CreateNotice>;
  for (const [name, value] of Object.entries({ ...plain, ...audience })) {
    const isSwitch = operation.options?.find((option) => option.name === name)?.value === undefined;
    input[FLAGS[name] ?? name] = isSwitch && value === true ? true : flagValue(value);
  }
  return input;
}

function flagValue(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
