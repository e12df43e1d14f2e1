import type { ActionInput } from '@district/contract/types.ts';
import type { Input } from '../command/operation.ts';
import { twin } from '../command/twin.ts';
import type { FormAction, FormTarget } from './form/form.ts';
import { OPERATIONS } from './operations.ts';

/** The contract's plural is a repeated flag in the shell. */
const FLAGS: Readonly<Record<string, string>> = { assistants: 'assistant' };

/** The shell line that does to the same items what the form did. */
export function twinOf(action: FormAction, targets: readonly FormTarget[], body: ActionInput): string {
  const operation = OPERATIONS[action];
  const items = operation.arguments?.[0]?.name ?? 'no';
  const input: Record<string, Input[string]> = {
    [items]: targets.map((target) => target.approvalId ?? target.no),
  };
  for (const [name, value] of Object.entries(body)) input[FLAGS[name] ?? name] = flagValue(value);
  return twin(operation, input);
}

function flagValue(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
