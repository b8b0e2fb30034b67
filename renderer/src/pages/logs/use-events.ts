import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventLogPage, LoggedEvent } from '../../../../main/contract/event-log';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';
import { useNowMs, useStores } from '../../state/stores';
import type { eventRequest } from './event-filter';

/** The newest are asked for this often. */
const refreshMs = 2_000;

export interface Events {
  /** The newest answer; null before the first. */
  readonly page: EventLogPage | null;
  /** All events that are here, newest first. */
  readonly events: readonly LoggedEvent[];
  readonly failure: Failure | null;
  readonly isReading: boolean;
  /** Reads the events before the oldest that is here. */
  readOlder(): void;
  retry(): void;
}

interface Book {
  readonly key: string;
  readonly page: EventLogPage;
  readonly events: readonly LoggedEvent[];
}

/** The events that fit a filter, the newest by themselves and older ones when they are asked for. */
export function useEvents(request: ReturnType<typeof eventRequest>): Events {
  const client = useClient();
  const nowMs = useNowMs();
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  const [book, setBook] = useState<Book | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setIsReading] = useState(false);
  const newest = useRef(0);
  const key = JSON.stringify(request);
  const round = Math.floor(nowMs / refreshMs);

  const ask = useCallback(async () => {
    const number = ++newest.current;
    try {
      const page = await client.request('eventLog.read', JSON.parse(key) as typeof request);
      if (number !== newest.current) return;
      setFailure(null);
      setBook((before) => withNewest(before, key, page));
    } catch (thrown) {
      const found = failureOf(thrown);
      // The band above the page says that the connection is lost; the events stay.
      if (number === newest.current && found.code !== 'CONTROL_UNREACHABLE') setFailure(found);
    }
  }, [client, key]);
  useEffect(() => {
    if (isOpen) void ask();
  }, [ask, isOpen, round]);

  const current = book?.key === key ? book : null;
  const readOlder = async () => {
    const before = current?.events.at(-1)?.number;
    if (before === undefined || isReading) return;
    setIsReading(true);
    try {
      const wanted = { ...(JSON.parse(key) as typeof request), before };
      const { events } = await client.request('eventLog.read', wanted);
      setBook((now) =>
        now?.key === key && now.events.at(-1)?.number === before
          ? { ...now, events: [...now.events, ...events] }
          : now,
      );
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setIsReading(false);
    }
  };
  return {
    page: current?.page ?? null,
    events: current?.events ?? [],
    failure,
    isReading,
    readOlder: () => void readOlder(),
    retry: () => void ask(),
  };
}

/** What came before those that are here; another filter, or numbers given anew, begin again. */
export function withNewest(before: Book | null, key: string, page: EventLogPage): Book {
  const isSame = before?.key === key && page.total >= before.page.total;
  const [first] = isSame ? before.events : [];
  const fresh = first ? page.events.filter(({ number }) => number > first.number) : page.events;
  // More came than a page holds: the events between would be missing.
  const isWhole = first !== undefined && fresh.length < page.events.length;
  if (!isSame || !isWhole) return { key, page, events: page.events };
  return { key, page, events: fresh.length === 0 ? before.events : [...fresh, ...before.events] };
}
