import { useEffect, useState } from 'react';

/** Held down, j passes 30 rows a second; what stands beside them is asked for where it stops. */
const REST_MS = 150;

/** The value once it has rested, so that a held key does not ask for every row it passes. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
