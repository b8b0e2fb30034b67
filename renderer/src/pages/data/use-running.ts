import { useEffect, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

/** A request that may take long: not asked yet, running, answered or refused. */
export type Running<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly requestId: string; readonly percent: number | null }
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Runs a request with its progress and its cancel; a cancelled one is as if it was not asked. */
export function useRunning<T>() {
  const client = useClient();
  const [state, setState] = useState<Running<T>>({ kind: 'none' });
  useEffect(
    () =>
      client.on('request.progressed', ({ requestId, percent }) =>
        setState((before) =>
          before.kind === 'running' && before.requestId === requestId
            ? { ...before, percent }
            : before,
        ),
      ),
    [client],
  );
  const run = async (ask: (requestId: string) => Promise<T>) => {
    const requestId = crypto.randomUUID();
    setState({ kind: 'running', requestId, percent: null });
    try {
      setState({ kind: 'done', value: await ask(requestId) });
    } catch (thrown) {
      const failure = failureOf(thrown);
      const isCancelled = failure.code === 'REQUEST_CANCELLED';
      setState(isCancelled ? { kind: 'none' } : { kind: 'failed', failure });
    }
  };
  const cancel = () => {
    if (state.kind === 'running')
      void client.request('request.cancel', { requestId: state.requestId });
  };
  return { state, run, cancel, reset: () => setState({ kind: 'none' }) };
}
