import { useEffect, useRef } from 'react';
import type { QueryResult } from '../../../main/contract/query';
import { useStores } from '../state/stores';

/**
 * Notes when a new version's figures were on the screen: after the frame in which they are drawn. A
 * result that was there when the page opened, and a page that nobody sees, tell nothing.
 */
export function useDrawnLatency(result: QueryResult | null): void {
  const note = useStores('drawnLatency', (state) => state.note);
  const before = useRef<QueryResult | null>(null);
  useEffect(() => {
    const isNew = before.current !== null && before.current.committedAtMs !== result?.committedAtMs;
    before.current = result;
    const committedAtMs = result?.committedAtMs ?? null;
    if (!isNew || committedAtMs === null || document.visibilityState !== 'visible') return;
    // The frame itself is painted after its callbacks: a message behind it comes when it is done.
    const frame = requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        note(committedAtMs, Date.now());
        port1.close();
      };
      port2.postMessage(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [result, note]);
}
