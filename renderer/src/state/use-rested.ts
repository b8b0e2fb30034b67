import { useEffect, useState } from 'react';

/** How long a person lets a choice rest before it is worth a long answer. */
const restMs = 300;

/** A value once it has not changed for a moment: an arrow key goes through many of them. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
