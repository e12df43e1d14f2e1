import { parseUnit } from '@district/contract/assignee.ts';
import { isWithin } from '@district/contract/region-code.ts';
import type { ActionInput } from '@district/contract/types.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** Units named in an action must exist, and a street or community must lie in the request's district. */
export function checkUnits(services: Services, request: RequestRow, input: ActionInput): void {
  for (const [path, text] of [
    ['to', input.to] as const,
    ...(input.assistants ?? []).map((unit) => ['assistants', unit] as const),
  ]) {
    if (text === undefined) continue;
    const why = whyNotAssignable(services, request, text);
    if (why)
      throw new ProblemError('invalid', `${text} cannot be given work: ${why}.`, {
        fields: [{ path, message: why }],
      });
  }
}

/** Why a district has no such unit to give work to; undefined where it has. */
export function whyNotAssignable(
  { dictionaries }: Services,
  { district }: Pick<RequestRow, 'district'>,
  text: string,
): string | undefined {
  const unit = parseUnit(text);
  if (!unit) return 'write agency:<id>, street:<code> or community:<code>';
  if (unit.kind === 'agency') {
    const known = [...dictionaries.agencies.keys()];
    return known.includes(unit.id) ? undefined : `there is no such agency; there are ${known.join(', ')}`;
  }
  if (!dictionaries.regions.has(unit.id)) return 'there is no region of that code';
  return isWithin(unit.id, district) ? undefined : `it lies outside the district ${district}`;
}
