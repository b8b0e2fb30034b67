import { useEffect, useRef, useState } from 'react';

/** A value that changes at once, and then at most once in this time: it costs work to follow it. */
export function usePaced<T>(value: T, paceMs: number): T {
  const [paced, setPaced] = useState(value);
  const changedAtMs = useRef(-Infinity);
  useEffect(() => {
    if (value === paced) return;
    const follow = () => {
      changedAtMs.current = Date.now();
      setPaced(value);
    };
    const timer = setTimeout(follow, Math.max(0, changedAtMs.current + paceMs - Date.now()));
    return () => clearTimeout(timer);
  }, [value, paced, paceMs]);
  return paced;
}
