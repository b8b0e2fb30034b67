import { useEffect, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { ExportDone } from '../../../../main/contract/export';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

/** Where the last export of this page stands; `what` names it for people. */
export type ExportState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly what: string;
      readonly requestId: string;
      /** Null before the first report. */
      readonly percent: number | null;
    }
  | { readonly kind: 'done'; readonly what: string; readonly done: ExportDone }
  | { readonly kind: 'failed'; readonly what: string; readonly failure: Failure };

/** Runs one export at a time, with its progress and its cancel. */
export function useExport() {
  const client = useClient();
  const [state, setState] = useState<ExportState>({ kind: 'none' });
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
  const run = async (what: string, request: RequestOf<'export.run'>) => {
    const requestId = crypto.randomUUID();
    setState({ kind: 'running', what, requestId, percent: null });
    try {
      const done = await client.request('export.run', { ...request, requestId });
      setState({ kind: 'done', what, done });
    } catch (thrown) {
      setState({ kind: 'failed', what, failure: failureOf(thrown) });
    }
  };
  const cancel = () => {
    if (state.kind === 'running')
      void client.request('request.cancel', { requestId: state.requestId });
  };
  return { state, run, cancel, dismiss: () => setState({ kind: 'none' }) };
}
