import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { KeptLedger, LedgerReport } from '../../../../main/contract/ledger';
import { failureOf } from '../../api/client-failure';
import { lastGood } from '../../state/async-view';
import type { AsyncView } from '../../state/async-view';
import { recordsOf, sumOf } from './ledger-difference';
import { useClient } from '../../state/client-context';
import { useTablesVersion } from '../../state/use-request';

export interface LedgerAccess {
  readonly view: AsyncView<LedgerReport>;
  readonly isRunning: boolean;
  /** How much of the running proof is done, 0 to 100; null while that is not told. */
  readonly percent: number | null;
  /** False once a table of the pack has a newer version than the proof read. */
  readonly isCurrent: boolean;
  /** Proves it again; what is shown stays until the answer. */
  verify(): void;
  /** Ends the running proof; the last one stays. */
  cancel(): void;
}

const nothingKept: KeptLedger = { report: null, isCurrent: false };
let requestCount = 0;

/**
 * The proof of a pack's ledger: the kept one when the place opens, made when there is none, and then
 * only on request, because it reads every row. An answer about another pack than the present one is
 * dropped.
 */
export function useLedger(pack: string | null): LedgerAccess {
  const client = useClient();
  const version = useTablesVersion();
  const [view, setView] = useState<AsyncView<LedgerReport>>(() => ({
    kind: 'loading',
    sinceMs: Date.now(),
  }));
  const [running, setRunning] = useState<{ requestId: string; percent: number | null } | null>(
    null,
  );
  const [isCurrent, setIsCurrent] = useState(true);
  const newest = useRef(0);
  const requestId = running?.requestId ?? null;

  const take = useCallback((report: LedgerReport) => {
    // A ledger without a record proves nothing: there is no table yet.
    const isEmpty = report.acknowledged === 0 && sumOf(report.partitions, recordsOf) === 0;
    setView(isEmpty ? { kind: 'empty', sinceMs: Date.now() } : { kind: 'ready', value: report });
  }, []);

  const verify = useCallback(async () => {
    const number = ++newest.current;
    const id = `ledger-${Date.now()}-${++requestCount}`;
    setRunning({ requestId: id, percent: null });
    try {
      const of = pack === null ? {} : { pack };
      const value = await client.request('ledger.verify', { ...of, requestId: id });
      if (number !== newest.current) return;
      setIsCurrent(true);
      take(value);
    } catch (thrown) {
      if (number !== newest.current) return;
      const failure = failureOf(thrown);
      if (failure.code === 'TABLE_UNKNOWN') setView({ kind: 'empty', sinceMs: Date.now() });
      else setView((before) => afterFailure(before, failure));
    } finally {
      if (number === newest.current) setRunning(null);
    }
  }, [client, pack, take]);

  const readKept = useCallback(async () => {
    const of = pack === null ? {} : { pack };
    return client.request('ledger.read', of).catch(() => nothingKept);
  }, [client, pack]);

  useEffect(() => {
    const number = ++newest.current;
    setView({ kind: 'loading', sinceMs: Date.now() });
    void readKept().then(({ report, isCurrent: holds }) => {
      if (number !== newest.current) return;
      if (!report) return void verify();
      setIsCurrent(holds);
      take(report);
    });
  }, [readKept, verify, take]);
  useEffect(() => {
    void readKept().then(({ report, isCurrent: holds }) => {
      if (report) setIsCurrent(holds);
    });
  }, [readKept, version]);
  // A proof of before the first record says nothing about those that came since. One at a time: a
  // job commits more often than a proof takes, and a newer one makes the running one's answer void.
  const isIdleAndEmpty = view.kind === 'empty' && running === null;
  const askedAt = useRef<typeof version | null>(null);
  useEffect(() => {
    if (!isIdleAndEmpty || askedAt.current === version) return;
    askedAt.current = version;
    void verify();
  }, [isIdleAndEmpty, verify, version]);
  useEffect(() => {
    if (requestId === null) return;
    return client.on('request.progressed', (progress) => {
      if (progress.requestId === requestId)
        setRunning((before) => before && { ...before, percent: progress.percent });
    });
  }, [client, requestId]);

  return {
    view,
    isRunning: running !== null,
    percent: running?.percent ?? null,
    isCurrent,
    verify: useCallback(() => void verify(), [verify]),
    cancel: () => {
      if (requestId) void client.request('request.cancel', { requestId }).catch(() => undefined);
    },
  };
}

/** A proof that a person has cancelled leaves the one before it as it was. */
function afterFailure(before: AsyncView<LedgerReport>, failure: Failure): AsyncView<LedgerReport> {
  const last = lastGood(before);
  if (failure.code === 'REQUEST_CANCELLED' && last) return { kind: 'ready', value: last };
  return { kind: 'failed', failure, last };
}
