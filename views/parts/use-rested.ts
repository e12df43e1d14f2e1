import { useEffect, useState } from 'react';

/** The value once it has rested for `restMs`, so that a held key does not ask for every row it passes. */
export function useRested<T>(value: T, restMs: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
