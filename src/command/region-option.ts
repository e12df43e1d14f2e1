import { DISTRICT_DIGITS, regionPrefix, wholeRegionCode } from '@district/contract/region-code.ts';
import { text } from './input.ts';
import type { Input, OptionDefinition } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

export const REGION_OPTION: OptionDefinition = {
  name: 'region',
  value: 'CODE',
  summary: { zh: '区划代码,可只写前几位', en: 'region code, or its first digits' },
};

/** Needed only by those whose area has several districts. */
export const DISTRICT_OPTION: OptionDefinition = {
  name: 'district',
  value: 'CODE',
  summary: { zh: '哪个区(六位区划代码),默认本区', en: 'which district (six digits), one’s own unless told' },
};

/** The whole code of the region an option names; people type prefixes. */
export function regionOf(input: Input, name: string): string | undefined {
  const code = text(input, name);
  if (code === undefined) return undefined;
  const prefix = regionPrefix(code);
  if (prefix !== undefined) return wholeRegionCode(prefix);
  throw usageFailure({
    en: `--${name} ${JSON.stringify(code)} is not a region code.`,
    zh: `--${name} ${JSON.stringify(code)} 不是行政区划代码。`,
  });
}

/** The district the option names, by its six digits, as a call takes it; nothing where it names none. */
export function districtOf(input: Input): { district?: string } {
  const district = regionOf(input, 'district')?.slice(0, DISTRICT_DIGITS);
  return district === undefined ? {} : { district };
}
