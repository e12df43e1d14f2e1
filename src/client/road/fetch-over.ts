import type { Fetch, Road } from './road.ts';

/** The way over a road, loaded at the first call: most platforms need neither authority nor proxy of their own. */
export function fetchOver(road: Road): Fetch {
  let over: Promise<Fetch> | undefined;
  return async (input, init) => {
    over ??= import('./private-fetch.ts').then(({ privateFetch }) => privateFetch(road));
    return (await over)(input, init);
  };
}
