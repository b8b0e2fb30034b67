import { useEffect, useRef } from 'react';
import { useStores } from '../state/stores';

/** Tells screen readers when a text changes; urgent ones at once. Nothing for what stood at first. */
export function StateAnnouncer({ text, isUrgent }: { text: string; isUrgent: boolean }) {
  const announce = useStores('announcer', (state) =>
    isUrgent ? state.announceNow : state.announce,
  );
  const last = useRef(text);
  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    announce(text);
  }, [text, announce]);
  return null;
}

/**
 * Tells screen readers a text that came with something new: also the one that stands at first.
 * Urgent: a failure, told at once.
 */
export function Announced({ text, isUrgent = false }: { text: string; isUrgent?: boolean }) {
  const announce = useStores('announcer', (state) =>
    isUrgent ? state.announceNow : state.announce,
  );
  useEffect(() => {
    if (text !== '') announce(text);
  }, [text, announce]);
  return null;
}

/**
 * Where screen readers listen: once in the page, and always there; and once in each modal dialog,
 * because beyond it nothing is read while it is open.
 */
export function LiveRegions() {
  const polite = useStores('announcer', (state) => state.polite);
  const assertive = useStores('announcer', (state) => state.assertive);
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
