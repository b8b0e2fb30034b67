import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../main/contract/api';
import type { Failure } from '../../../main/contract/failure';
import type { Cell } from '../../../main/contract/query';
import type { RecordPage } from '../../../main/contract/records';
import { failureOf } from '../api/client-failure';
import { useClient } from '../state/client-context';

/** Rows of one request, and how many of them are kept. */
const pageRows = 200;
const mostPages = 60;

/** What is asked for, but for the place in it. */
export type RowsRequest = Omit<RequestOf<'records.readPage'>, 'offset' | 'limit'>;

/** Rows of a table at one version, read page by page as they are looked at. */
export interface RowPages {
  /** Columns, counts and version of what is shown; null before the first page. */
  readonly head: Omit<RecordPage, 'rows' | 'offset'> | null;
  /** The last refusal; the rows before it stay. */
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  /** Null for a row that is not here yet. */
  rowAt(index: number): readonly Cell[] | null;
  /** Reads what is missing between two rows, both included. */
  want(first: number, last: number): void;
}

interface Held {
  readonly head: RowPages['head'];
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

/**
 * The first page decides the version, and all others are read at it, so that rows do not shift. A
 * changed request or `freshness` begins anew; what is shown stays until the new first page is there.
 */
export function useRowPages(request: RowsRequest, freshness: string | number): RowPages {
  const client = useClient();
  const text = JSON.stringify(request);
  const pages = useRef(new Map<number, readonly (readonly Cell[])[]>());
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  const [held, setHeld] = useState<Held>({ head: null, failure: null, isLoading: true });
  const [, draw] = useState(0);

  const read = useCallback(
    async (index: number, atVersion: number | null) => {
      const mine = turn.current;
      const own = JSON.parse(text) as RowsRequest;
      try {
        const {
          rows,
          offset: _,
          ...head
        } = await client.request('records.readPage', {
          ...own,
          atVersion: own.atVersion ?? atVersion,
          offset: index * pageRows,
          limit: pageRows,
        });
        if (mine !== turn.current) return;
        if (atVersion === null) {
          pages.current.clear();
          asked.current = new Set([index]);
        }
        pages.current.set(index, rows);
        // The oldest page goes: a map keeps the order of insertion.
        const [oldest] = pages.current.keys();
        if (pages.current.size > mostPages && oldest !== undefined) {
          pages.current.delete(oldest);
          asked.current.delete(oldest);
        }
        setHeld({ head, failure: null, isLoading: false });
        draw((count) => count + 1);
      } catch (thrown) {
        if (mine !== turn.current) return;
        asked.current.delete(index);
        setHeld((before) => ({ ...before, failure: failureOf(thrown), isLoading: false }));
      }
    },
    [client, text],
  );

  useEffect(() => {
    turn.current += 1;
    setHeld((before) => ({ ...before, isLoading: true }));
    void read(0, null);
  }, [read, freshness]);

  const version = held.head?.tableVersion ?? null;
  const want = useCallback(
    (first: number, last: number) => {
      if (version === null) return;
      for (
        let index = Math.floor(first / pageRows);
        index <= Math.floor(last / pageRows);
        index++
      ) {
        if (pages.current.has(index) || asked.current.has(index)) continue;
        asked.current.add(index);
        void read(index, version);
      }
    },
    [read, version],
  );
  const rowAt = (index: number) =>
    pages.current.get(Math.floor(index / pageRows))?.[index % pageRows] ?? null;
  return { ...held, rowAt, want };
}
