import { createHash } from 'node:crypto';
import type { Place } from '../../session/place-in-use.ts';

/** Enough to tell a handful of tokens apart, and too little to tell what they are. */
const TOKEN_DIGITS = 8;

/** By which what a person leaves behind is found again: several may share a machine, each with a token of their own. */
export function ownerOf({ name, isContext }: Place, environment: NodeJS.ProcessEnv): string {
  if (isContext) return name;
  const token = createHash('sha256')
    .update(environment['DISTRICT_TOKEN'] ?? '')
    .digest('hex');
  return `${name} ${token.slice(0, TOKEN_DIGITS)}`;
}
