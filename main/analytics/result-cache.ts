import type { QueryResult } from '../contract/query';
import type { TableSnapshot } from '../delta/snapshot';
import type { SnapshotOf } from './extra-tables';

interface Kept {
  readonly result: QueryResult;
  readonly snapshots: readonly TableSnapshot[];
}

const mostResults = 200;
/** A larger answer is asked again: it is no figure of a dashboard. */
const mostRows = 1_000;

/** Answers by statement, each as long as the tables that it read are the same; the oldest goes first. */
export class ResultCache {
  private readonly kept = new Map<string, Kept>();

  /** The answer over exactly the snapshots that would be read now; null for none. */
  async find(key: string, snapshotOf: SnapshotOf): Promise<QueryResult | null> {
    const startedAtMs = performance.now();
    const kept = this.kept.get(key);
    if (kept === undefined) return null;
    // A reset table has the same versions again, but never the same snapshot.
    for (const one of kept.snapshots) if ((await snapshotOf(one.table)) !== one) return null;
    return { ...kept.result, elapsedMs: performance.now() - startedAtMs };
  }

  keep(key: string, result: QueryResult, snapshots: readonly TableSnapshot[]): void {
    this.kept.delete(key);
    if (result.rowCount > mostRows) return;
    this.kept.set(key, { result, snapshots });
    if (this.kept.size > mostResults) this.kept.delete(this.kept.keys().next().value!);
  }
}
