import { useEffect, useState } from 'react';
import { useTablesVersion } from '../../state/use-request';

/** Least time between two readings of all panels; null: paused. */
export const refreshChoices = [2_000, 10_000, 60_000, 300_000, null] as const;
export type RefreshChoice = (typeof refreshChoices)[number];

/** What the panels were last read at. */
export interface Refresh {
  readonly tables: string;
  readonly atMs: number;
}

/**
 * Follows new table versions, at most once in `everyMs`; while it is null nothing changes. `now`
 * reads at once.
 */
export function useRefresh(everyMs: RefreshChoice): Refresh & { now(): void } {
  const tables = useTablesVersion();
  const [shown, setShown] = useState<Refresh>(() => ({ tables, atMs: Date.now() }));
  useEffect(() => {
    if (everyMs === null || tables === shown.tables) return;
    // The first tables are shown at once, as there is nothing to look at yet.
    const waitMs = shown.tables === '' ? 0 : Math.max(0, shown.atMs + everyMs - Date.now());
    const timer = setTimeout(() => setShown({ tables, atMs: Date.now() }), waitMs);
    return () => clearTimeout(timer);
  }, [tables, shown, everyMs]);
  return { ...shown, now: () => setShown({ tables: `${tables} `, atMs: Date.now() }) };
}
