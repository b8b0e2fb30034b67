import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RequestOf } from '../../../main/contract/api';
import type { Failure } from '../../../main/contract/failure';
import type { Cell } from '../../../main/contract/query';
import type { RecordPage } from '../../../main/contract/records';
import { failureOf } from '../api/client-failure';
import { useClient } from '../state/client-context';
import { useStores } from '../state/stores';
import { PageCache, pageOf, pageRows } from './page-cache';

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
  /** Reads what is missing between two rows, both included; the newest wish goes first. */
  want(first: number, last: number): void;
  /** Asks for the first page again; what is shown stays until it is there. */
  reload(): void;
  /** The rows between two, both included, whether they are here or not. Throws a `ClientFailure`. */
  read(first: number, last: number): Promise<readonly (readonly Cell[])[]>;
}

interface Held {
  readonly head: RowPages['head'];
  readonly failure: Failure | null;
  readonly isLoading: boolean;
}

/** Requests under way at once: someone who scrolls fast passes pages that nobody needs any more. */
const mostAsked = 2;
/** Rows read beyond what is in view, and rows of one request that reads many. */
const ahead = 60;
const mostInOne = 1_000;

/**
 * The first page decides the version, and all others are read at it, so that rows do not shift. A
 * changed request or `freshness` and a refresh of the view begin anew, a connection that is back asks for
 * what was not answered; what is shown stays until the new first page is there.
 */
export function useRowPages(request: RowsRequest, freshness: string | number): RowPages {
  const client = useClient();
  const text = JSON.stringify(request);
  const cache = useRef(new PageCache());
  const asked = useRef(new Set<number>());
  const wanted = useRef<readonly [first: number, last: number]>([0, 0]);
  const turn = useRef(0);
  const [held, setHeld] = useState<Held>({ head: null, failure: null, isLoading: true });
  const [drawn, draw] = useState(0);
  const [reloads, countReload] = useState(0);
  const refreshed = useStores('refresh', (state) => state.count);
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');

  const ask = useCallback(
    (offset: number, limit: number, atVersion: number | null) => {
      const own = JSON.parse(text) as RowsRequest;
      const version = own.atVersion ?? atVersion;
      return client.request('records.readPage', { ...own, atVersion: version, offset, limit });
    },
    [client, text],
  );

  /** True when the page came, and is still of use. */
  const readPage = useCallback(
    async (index: number, atVersion: number | null): Promise<boolean> => {
      const mine = turn.current;
      asked.current.add(index);
      try {
        const { rows, offset: _, ...head } = await ask(index * pageRows, pageRows, atVersion);
        if (mine !== turn.current) return false;
        if (atVersion === null) {
          cache.current.clear();
          asked.current.clear();
        }
        cache.current.put(index, rows);
        setHeld({ head, failure: null, isLoading: false });
        draw((count) => count + 1);
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        // The band above the page says that the connection is lost; what is shown stays.
        if (mine === turn.current && failure.code !== 'CONTROL_UNREACHABLE')
          setHeld((before) => ({ ...before, failure, isLoading: false }));
        return false;
      } finally {
        if (mine === turn.current) asked.current.delete(index);
      }
    },
    [ask],
  );

  const wish = useMemo(() => ({}), [readPage, freshness, refreshed, reloads]);
  const answered = useRef<unknown>(null);
  useEffect(() => {
    // A connection that is back asks for what was not answered: rows that are open stay the same.
    if (!isOpen || answered.current === wish) return;
    turn.current += 1;
    asked.current.clear();
    setHeld((before) => ({ ...before, isLoading: true }));
    void readPage(0, null).then((isRead) => {
      if (isRead) answered.current = wish;
    });
  }, [readPage, wish, isOpen]);

  const version = held.head?.tableVersion ?? null;
  const total = held.head?.totalRows ?? 0;
  const readWanted = useCallback(() => {
    if (version === null) return;
    const [first, last] = wanted.current;
    for (let index = pageOf(first); index <= pageOf(last); index++) {
      if (asked.current.size >= mostAsked) return;
      if (cache.current.has(index) || asked.current.has(index)) continue;
      // A page that failed is asked again when it is looked at again.
      void readPage(index, version).then((isRead) => isRead && readWanted());
    }
  }, [readPage, version]);
  useEffect(() => {
    if (isOpen) readWanted();
  }, [isOpen, readWanted]);
  return useMemo(
    () => ({
      ...held,
      rowAt: (index) => cache.current.rowAt(index),
      want(first, last) {
        wanted.current = [Math.max(0, first - ahead), Math.min(total - 1, last + ahead)];
        readWanted();
      },
      reload: () => countReload((count) => count + 1),
      async read(first, last) {
        const rows: (readonly Cell[])[] = [];
        for (let offset = first; offset <= last; offset += mostInOne) {
          const limit = Math.min(mostInOne, last - offset + 1);
          const known = Array.from({ length: limit }, (_, at) => cache.current.rowAt(offset + at));
          const isHere = known.every((row) => row !== null);
          rows.push(...(isHere ? known : (await ask(offset, limit, version)).rows));
        }
        return rows;
      },
    }),
    // `drawn` stands for what is in the cache.
    [held, drawn, total, readWanted, ask, version],
  );
}
