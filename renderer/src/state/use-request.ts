import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestName, RequestOf, ResponseOf } from '../../../main/contract/api';
import { failureOf } from '../api/client-failure';
import { lastGood } from './async-view';
import type { AsyncView } from './async-view';
import { useClient } from './client-context';
import { useStores } from './stores';

/** The requests that a caller can end by their own id. */
export type EndableName = {
  [N in RequestName]: 'requestId' extends keyof RequestOf<N> ? N : never;
}[RequestName];

export interface RequestView<T> {
  readonly view: AsyncView<T>;
  /** The newest good answer, null before the first. */
  readonly value: T | null;
  /** When that came, by this page's clock; null before the first. */
  readonly atMs: number | null;
  /** Asks again; what is shown stays until the answer. */
  reload(): void;
}

/**
 * An answer kept as fresh as `freshness`: asked at once, again when the request or that value
 * changes, when a person refreshes the view, and when a lost connection is back. An answer that
 * another request has overtaken is dropped. Null as the request asks nothing.
 */
export function useRequest<N extends RequestName>(
  name: N,
  request: RequestOf<N> | null,
  freshness: string | number = 0,
): RequestView<ResponseOf<N>> {
  return useAnswer(name, request, freshness, false);
}

/**
 * Like `useRequest`, for a request that may take long: one whose answer is of no use any more,
 * because another has overtaken it or what showed it is gone, is ended on the other side too.
 */
export function useEndableRequest<N extends EndableName>(
  name: N,
  request: RequestOf<N> | null,
  freshness: string | number = 0,
): RequestView<ResponseOf<N>> {
  return useAnswer(name, request, freshness, true);
}

function useAnswer<N extends RequestName>(
  name: N,
  request: RequestOf<N> | null,
  freshness: string | number,
  isEndable: boolean,
): RequestView<ResponseOf<N>> {
  const client = useClient();
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  const [view, setView] = useState<AsyncView<ResponseOf<N>>>(() => ({
    kind: 'loading',
    sinceMs: Date.now(),
  }));
  const [atMs, setAtMs] = useState<number | null>(null);
  const refreshed = useStores('refresh', (state) => state.count);
  const newest = useRef(0);
  const running = useRef<string | null>(null);
  const text = request === null ? null : JSON.stringify(request);

  const end = useCallback(() => {
    const requestId = running.current;
    running.current = null;
    if (requestId !== null)
      void client.request('request.cancel', { requestId }).catch(() => undefined);
  }, [client]);

  const ask = useCallback(async () => {
    if (text === null) return;
    end();
    const number = ++newest.current;
    const requestId = isEndable ? crypto.randomUUID() : null;
    running.current = requestId;
    const own = requestId === null ? {} : { requestId };
    try {
      const value = await client.request(name, { ...JSON.parse(text), ...own } as RequestOf<N>);
      if (number !== newest.current) return;
      setView({ kind: 'ready', value });
      setAtMs(Date.now());
    } catch (thrown) {
      const failure = failureOf(thrown);
      // The band above the page says that the connection is lost; what is shown stays.
      if (number !== newest.current || failure.code === 'CONTROL_UNREACHABLE') return;
      if (failure.code === 'TABLE_UNKNOWN')
        setView((before) =>
          lastGood(before) === null ? { kind: 'empty', sinceMs: Date.now() } : before,
        );
      else setView((before) => ({ kind: 'failed', failure, last: lastGood(before) }));
    } finally {
      if (running.current === requestId) running.current = null;
    }
  }, [client, name, text, isEndable, end]);
  // What was asked for is not wanted any more: neither its answer nor its work.
  useEffect(
    () => () => {
      newest.current += 1;
      end();
    },
    [ask, end],
  );

  useEffect(() => {
    if (isOpen) void ask();
  }, [ask, isOpen, freshness, refreshed]);

  return { view, value: lastGood(view), atMs, reload: () => void ask() };
}

/** Changes with every new version of any table: what is read from tables is asked anew with it. */
export function useTablesVersion(): string {
  return useStores('overview', (state) =>
    (state.overview?.tables ?? [])
      .map(({ table, tableVersion }) => `${table}@${tableVersion}`)
      .concat(state.overview?.lakehouse ?? [])
      .join(),
  );
}
