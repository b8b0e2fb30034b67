import { useEffect, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { RunOnceDone } from '../../../../main/contract/run-once';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

/** Where a run once stands; times of this page's clock. */
export type RunOncePhase =
  | { readonly kind: 'asked' }
  | { readonly kind: 'running'; readonly sinceMs: number; readonly percent: number }
  | { readonly kind: 'done'; readonly done: RunOnceDone }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A run once with its progress. A cancelled one is asked anew, as if nothing had been. */
export function useRunOnce(events: number) {
  const client = useClient();
  const [phase, setPhase] = useState<RunOncePhase>({ kind: 'asked' });
  const [requestId] = useState(() => `run-once-${Math.random().toString(36).slice(2)}`);
  useEffect(
    () =>
      client.on('request.progressed', (progress) => {
        if (progress.requestId !== requestId) return;
        setPhase((before) =>
          before.kind === 'running' ? { ...before, percent: progress.percent } : before,
        );
      }),
    [client, requestId],
  );
  const run = async () => {
    setPhase({ kind: 'running', sinceMs: Date.now(), percent: 0 });
    try {
      const done = await client.request('pipeline.runOnce', { events, requestId });
      setPhase({ kind: 'done', done });
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isCancelled = failure.code === 'REQUEST_CANCELLED';
      setPhase(isCancelled ? { kind: 'asked' } : { kind: 'failed', failure });
    }
  };
  const cancel = () => {
    // Where the connection is lost, its end cancels the run as well.
    void client.request('request.cancel', { requestId }).catch(() => undefined);
  };
  return { phase, run: () => void run(), cancel };
}
