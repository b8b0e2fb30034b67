import { useEffect, useRef, useState } from 'react';

/** At most one announcement in this time, so that a listener can follow. */
const quietMs = 3000;

/**
 * Tells state changes to screen readers: politely and the newest only, or at once when urgent.
 * Says nothing for what was there when the page opened.
 */
export function StateAnnouncer({ text, isUrgent }: { text: string; isUrgent: boolean }) {
  const [spoken, setSpoken] = useState('');
  const first = useRef(text);
  const lastAtMs = useRef(0);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    const waitMs = isUrgent ? 0 : Math.max(0, lastAtMs.current + quietMs - Date.now());
    const timer = setTimeout(() => {
      lastAtMs.current = Date.now();
      setSpoken(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text, isUrgent]);
  return (
    <div className="visually-hidden" aria-live={isUrgent ? 'assertive' : 'polite'}>
      {spoken}
    </div>
  );
}
