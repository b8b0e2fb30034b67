import { useCallback, useEffect, useRef, useState } from 'react';
import type { LedgerReport } from '../../../../main/contract/ledger';
import { failureOf } from '../../api/client-failure';
import { lastGood } from '../../state/async-view';
import type { AsyncView } from '../../state/async-view';
import { useClient } from '../../state/client-context';

export interface LedgerAccess {
  readonly view: AsyncView<LedgerReport>;
  readonly isRunning: boolean;
  /** Proves it again; what is shown stays until the answer. */
  verify(): void;
}

/**
 * The proof of a pack's ledger, asked once when the place opens and then only on request: it reads
 * every row. An answer about another pack than the present one is dropped.
 */
export function useLedger(pack: string | null): LedgerAccess {
  const client = useClient();
  const [view, setView] = useState<AsyncView<LedgerReport>>(() => ({
    kind: 'loading',
    sinceMs: Date.now(),
  }));
  const [isRunning, setIsRunning] = useState(false);
  const newest = useRef(0);

  const verify = useCallback(async () => {
    const number = ++newest.current;
    setIsRunning(true);
    try {
      const value = await client.request('ledger.verify', pack === null ? {} : { pack });
      // A ledger without a partition proves nothing: there is no table yet.
      const isEmpty = value.partitions.length === 0 && value.acknowledged === 0;
      if (number === newest.current)
        setView(isEmpty ? { kind: 'empty', sinceMs: Date.now() } : { kind: 'ready', value });
    } catch (thrown) {
      if (number !== newest.current) return;
      const failure = failureOf(thrown);
      if (failure.code === 'TABLE_UNKNOWN') setView({ kind: 'empty', sinceMs: Date.now() });
      else setView((before) => ({ kind: 'failed', failure, last: lastGood(before) }));
    } finally {
      if (number === newest.current) setIsRunning(false);
    }
  }, [client, pack]);

  useEffect(() => {
    setView({ kind: 'loading', sinceMs: Date.now() });
    void verify();
  }, [verify]);
  return { view, isRunning, verify: () => void verify() };
}
