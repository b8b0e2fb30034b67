import { useEffect, useState } from 'react';
import { useStores } from '../../state/stores';

/** Most time between two readings of all panels; null: paused. */
export const refreshChoices = [2_000, 10_000, 30_000, 60_000, 300_000, null] as const;
export type RefreshChoice = (typeof refreshChoices)[number];

/** What the panels were last read at. */
export interface Refresh {
  /** The newest versions of the tables then, by name. */
  readonly versions: Readonly<Record<string, number>>;
  readonly atMs: number;
  /** Grows with each reading of all panels. */
  readonly turn: number;
}

/**
 * Follows new table versions at once and reads everything anew every `everyMs`, as a range of minutes
 * moves on; while it is null nothing changes. `now` reads at once.
 */
export function useRefresh(everyMs: RefreshChoice): Refresh & { now(): void } {
  const tables = useStores('overview', (state) => state.overview?.tables);
  const [shown, setShown] = useState<Refresh>(() => ({
    versions: toVersions(tables),
    ...{ atMs: Date.now(), turn: 0 },
  }));
  useEffect(() => {
    setShown((before) => {
      const isFirst = Object.keys(before.versions).length === 0;
      const versions = toVersions(tables);
      const isSame = JSON.stringify(versions) === JSON.stringify(before.versions);
      if (isSame || (everyMs === null && !isFirst)) return before;
      return { ...before, versions, atMs: Date.now() };
    });
  }, [tables, everyMs]);
  useEffect(() => {
    if (everyMs === null) return;
    const read = () => setShown(({ versions, turn }) => ({ versions, ...next(turn) }));
    const timer = setInterval(read, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  const now = () => setShown(({ turn }) => ({ versions: toVersions(tables), ...next(turn) }));
  return { ...shown, now };
}

const next = (turn: number) => ({ atMs: Date.now(), turn: turn + 1 });

const toVersions = (tables: readonly { table: string; tableVersion: number }[] | undefined) =>
  Object.fromEntries((tables ?? []).map(({ table, tableVersion }) => [table, tableVersion]));

/**
 * Changes when a panel is to be read again: with a version of a table that it read, before its first
 * rows with any, and with each reading of all.
 */
export function freshnessOf(
  { versions, turn }: Refresh,
  read: Readonly<Record<string, number>> | null,
): string {
  const tables = Object.keys(read ?? versions);
  return `${turn} ${tables.map((table) => versions[table] ?? '').join()}`;
}
