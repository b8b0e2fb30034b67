import { useEffect, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { DownloadOffer } from '../../../../main/contract/download';
import type { ExportDone } from '../../../../main/contract/export';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

/** Where the last export of this place stands; `what` names it for people. */
export type ExportState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly what: string;
      readonly requestId: string;
      readonly startedAtMs: number;
      /** Null before the first report. */
      readonly percent: number | null;
      /** Rows (an estimate) and bytes so far; null before the first are written. */
      readonly written: { readonly rows: number; readonly bytes: number } | null;
    }
  | {
      readonly kind: 'done';
      readonly what: string;
      readonly done: ExportDone;
      /** What the browser saves; null for an export to a folder. */
      readonly download: DownloadOffer | null;
    }
  | { readonly kind: 'failed'; readonly what: string; readonly failure: Failure };

/** An export into a folder, or one that the browser saves. */
export type ExportOrder =
  | { readonly to: 'folder'; readonly request: RequestOf<'export.run'> }
  | { readonly to: 'download'; readonly request: RequestOf<'download.export'> };

/** Runs one export at a time, with its progress and its cancel. */
export function useExport() {
  const client = useClient();
  const [state, setState] = useState<ExportState>({ kind: 'none' });
  useEffect(
    () =>
      client.on('request.progressed', ({ requestId, percent, written }) =>
        setState((before) =>
          before.kind === 'running' && before.requestId === requestId
            ? { ...before, percent, written: written ?? before.written }
            : before,
        ),
      ),
    [client],
  );
  const run = async (what: string, order: ExportOrder) => {
    const requestId = crypto.randomUUID();
    const startedAtMs = Date.now();
    setState({ kind: 'running', what, requestId, startedAtMs, percent: null, written: null });
    try {
      if (order.to === 'folder') {
        const done = await client.request('export.run', { ...order.request, requestId });
        setState({ kind: 'done', what, done, download: null });
      } else {
        const answer = await client.request('download.export', { ...order.request, requestId });
        setState({ kind: 'done', what, ...answer });
        saveOffer(answer.download);
      }
    } catch (thrown) {
      fail(what, thrown);
    }
  };
  /** Of what had to be asked before the export could begin, such as a folder. */
  const fail = (what: string, thrown: unknown) =>
    setState({ kind: 'failed', what, failure: failureOf(thrown) });
  const cancel = () => {
    if (state.kind === 'running')
      void client.request('request.cancel', { requestId: state.requestId });
  };
  return { state, run, fail, cancel, dismiss: () => setState({ kind: 'none' }) };
}
export type ExportRun = ReturnType<typeof useExport>;

/** Lets the browser save what is offered: its address can be fetched once. */
function saveOffer({ path, fileName }: DownloadOffer): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = fileName;
  link.click();
}
