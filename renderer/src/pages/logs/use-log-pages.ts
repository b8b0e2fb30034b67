import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { LogLine, LogsPage } from '../../../../main/contract/logs';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';
import { useNowMs, useStores } from '../../state/stores';
import type { requestOf } from './log-filter';

/** Lines of one request. */
const pageLines = 200;

/** What is known of the matching lines: those through the line `page.through`, counted from the end. */
interface Book {
  readonly filterKey: string;
  readonly page: LogsPage;
  /** Never falls while `through` stays, so that no line moves when the oldest are let go. */
  readonly count: number;
  readonly pages: ReadonlyMap<number, readonly LogLine[]>;
}

export interface LogPages {
  /** Null before the first answer. */
  readonly page: LogsPage | null;
  readonly count: number;
  readonly failure: Failure | null;
  /** The line at an index from the oldest match; null while it is not here. */
  lineAt(index: number): LogLine | null;
  /** Asks for what is missing of these lines. */
  need(first: number, last: number): void;
  retry(): void;
}

/**
 * The lines of a filter, page by page from the end, asked anew each second. `through` null follows
 * the newest line; a number keeps everything in its place.
 */
export function useLogPages(
  filter: ReturnType<typeof requestOf>,
  through: number | null,
): LogPages {
  const client = useClient();
  const nowMs = useNowMs();
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  const [book, setBook] = useState<Book | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useRef(0);
  const asked = useRef(new Set<string>());
  const filterKey = JSON.stringify(filter);

  const fail = useCallback((thrown: unknown) => {
    const found = failureOf(thrown);
    // The band above the page says that the connection is lost; the lines stay.
    if (found.code !== 'CONTROL_UNREACHABLE') setFailure(found);
  }, []);

  const ask = useCallback(async () => {
    const number = ++newest.current;
    try {
      const request = { ...(JSON.parse(filterKey) as typeof filter), through, limit: pageLines };
      const page = await client.request('logs.read', request);
      if (number !== newest.current) return;
      setFailure(null);
      setBook((before) => withNewest(before, filterKey, page));
    } catch (thrown) {
      if (number === newest.current) fail(thrown);
    }
  }, [client, filterKey, through, fail]);

  useEffect(() => {
    if (isOpen) void ask();
  }, [ask, isOpen, nowMs]);

  const need = useCallback(
    (first: number, last: number) => {
      if (!book) return;
      const { page, count } = book;
      const newestPage = Math.floor((count - 1 - last) / pageLines);
      const oldestPage = Math.floor((count - 1 - first) / pageLines);
      for (let number = Math.max(1, newestPage); number <= oldestPage; number++) {
        const key = `${book.filterKey} ${page.through} ${number}`;
        if (book.pages.has(number) || asked.current.has(key)) continue;
        asked.current.add(key);
        const place = { through: page.through, offset: number * pageLines, limit: pageLines };
        const request = { ...(JSON.parse(book.filterKey) as typeof filter), ...place };
        client
          .request('logs.read', request)
          .then(({ lines, through: known }) =>
            setBook((before) =>
              before?.filterKey === book.filterKey && before.page.through === known
                ? { ...before, pages: new Map(before.pages).set(number, lines) }
                : before,
            ),
          )
          .catch(fail)
          .finally(() => asked.current.delete(key));
      }
    },
    [book, client, fail],
  );

  const lineAt = (index: number) => {
    if (!book) return null;
    const fromEnd = book.count - 1 - index;
    const lines = book.pages.get(Math.floor(fromEnd / pageLines));
    return lines?.[lines.length - 1 - (fromEnd % pageLines)] ?? null;
  };
  const { page = null, count = 0 } = book ?? {};
  return { page, count, failure, lineAt, need, retry: () => void ask() };
}

function withNewest(before: Book | null, filterKey: string, page: LogsPage): Book {
  const isSame = before?.filterKey === filterKey && before.page.through === page.through;
  return {
    filterKey,
    page,
    count: isSame ? Math.max(before.count, page.matchCount) : page.matchCount,
    pages: new Map(isSame ? before.pages : []).set(0, page.lines),
  };
}
