import type { Fetch, Road } from './road.ts';

/** The way over Node's sockets, loaded at the first call: a command that asks a platform once over the plain way needs none of it. */
export function fetchOver(road: Road): Fetch {
  let over: Promise<Fetch> | undefined;
  return async (input, init) => {
    over ??= import('./socket-fetch.ts').then(({ socketFetch }) => socketFetch(road));
    return (await over)(input, init);
  };
}
