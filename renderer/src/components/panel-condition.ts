import type { Failure } from '../../../main/contract/failure';
import type { PipelineState } from '../../../main/contract/pipeline';
import type { QueryResult } from '../../../main/contract/query';
import type { Connection } from '../api/transport';
import { lastGood } from '../state/async-view';
import type { AsyncView } from '../state/async-view';

/** Rows older than this while the pipeline runs carry an amber age label. */
const staleAfterMs = 15_000;

/**
 * What a panel shows, decided from where its rows, the pipeline and the connection stand: ux.md
 * section 4. `result` is what stays on screen; null leaves the body to the notice.
 */
export type PanelCondition =
  | { readonly kind: 'current'; readonly result: QueryResult }
  | { readonly kind: 'stale'; readonly result: QueryResult; readonly ageMs: number }
  | { readonly kind: 'stopped'; readonly result: QueryResult | null }
  /** The first answer is on its way. */
  | { readonly kind: 'loading' }
  /** The pipeline is at work, and there is no table yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'noMatch'; readonly result: QueryResult }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly result: QueryResult | null };

/** Decides the condition; the first that holds, from the most to the least urgent. */
export function panelCondition(now: {
  readonly view: AsyncView<QueryResult>;
  readonly pipeline: { readonly state: PipelineState; readonly sinceMs: number } | null;
  readonly connection: Connection;
  readonly nowMs: number;
}): PanelCondition {
  const { view, pipeline, connection, nowMs } = now;
  const result = lastGood(view);
  if (view.kind === 'failed') return { kind: 'failed', failure: view.failure, result };
  const isActive = pipeline !== null && !['stopped', 'failed'].includes(pipeline.state);
  if (result === null) {
    if (!isActive && view.kind === 'empty') return { kind: 'stopped', result: null };
    return { kind: view.kind === 'empty' ? 'waiting' : 'loading' };
  }
  if (result.rows.length === 0) return { kind: 'noMatch', result };
  const ageMs = nowMs - (result.committedAtMs ?? nowMs);
  if (connection.kind === 'lost') return { kind: 'stale', result, ageMs };
  if (pipeline !== null && !isActive) return { kind: 'stopped', result };
  const isServing = pipeline?.state === 'running' || pipeline?.state === 'degraded';
  return isServing && ageMs > staleAfterMs
    ? { kind: 'stale', result, ageMs }
    : { kind: 'current', result };
}
