import { useRef, useState } from 'react';
import type { Failure } from '../../../../../main/contract/failure';
import type { QueryResult } from '../../../../../main/contract/query';
import { failureOf } from '../../../api/client-failure';
import { useClient } from '../../../state/client-context';

/**
 * Where the newest statement stands; the rows of the last good one stay beside a failure. `sql` is
 * the text that `result` answers, or that failed.
 */
export interface StatementState {
  readonly requestId: string | null;
  readonly sql: string | null;
  readonly result: QueryResult | null;
  readonly failure: Failure | null;
}

/** Runs one statement at a time; a newer one overtakes the older. */
export function useStatement() {
  const client = useClient();
  const [state, setState] = useState<StatementState>({
    requestId: null,
    sql: null,
    result: null,
    failure: null,
  });
  const newest = useRef('');

  /** `tableVersions` null reads the newest tables. */
  const run = async (sql: string, tableVersions: Readonly<Record<string, number>> | null) => {
    const requestId = crypto.randomUUID();
    newest.current = requestId;
    setState((before) => ({ ...before, requestId, failure: null }));
    try {
      const versions = tableVersions ? { tableVersions: { ...tableVersions } } : {};
      const result = await client.request('sql.run', { sql, requestId, ...versions });
      if (newest.current === requestId) setState({ requestId: null, sql, result, failure: null });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (newest.current === requestId)
        setState((before) => ({ ...before, requestId: null, sql, failure }));
    }
  };
  /** False when nothing runs. */
  const cancel = (): boolean => {
    if (state.requestId === null) return false;
    void client.request('request.cancel', { requestId: state.requestId });
    return true;
  };
  /** Of what was asked for around a statement, and failed. */
  const fail = (thrown: unknown) =>
    setState((before) => ({ ...before, failure: failureOf(thrown) }));
  const dismiss = () => setState((before) => ({ ...before, failure: null }));
  return { state, run, cancel, fail, dismiss };
}
