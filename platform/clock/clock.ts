/** The one source of the present: rules and SQL are given an instant, they never ask the machine. */
export interface Clock {
  now(): Date;
}

/** The machine's time moved by a fixed offset; the sandbox lives at another date this way. */
export function offsetClock(offsetMs = 0): Clock {
  return { now: () => new Date(Date.now() + offsetMs) };
}
