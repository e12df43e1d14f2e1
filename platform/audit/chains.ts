import { DISTRICT_DIGITS, isWithin } from '@district/contract/region-code.ts';
import type { Operator } from '../access/operator.ts';
import { NO_DISTRICT } from './append.ts';

/**
 * Of these chains those that exist for an auditor, within a region where one is named: a street's entries stand in the chain of its
 * district. The platform's own, where for instance somebody guesses at names, belongs to no region and to every auditor.
 */
export function visible(
  chains: readonly string[],
  { region: own }: Pick<Operator, 'region'>,
  region: string | undefined,
): string[] {
  const isVisible = (chain: string) =>
    chain === NO_DISTRICT
      ? region === undefined
      : [own, region ?? own].every((prefix) => isWithin(chain, prefix.slice(0, DISTRICT_DIGITS)));
  return [...new Set(chains)].filter(isVisible).sort();
}
