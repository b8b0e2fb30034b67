import { useEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { Failure } from '../../../../main/contract/failure';
import type { KafkaRecord } from '../../../../main/contract/kafka-records';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

type Request = RequestOf<'kafkaRecords.read'>;

/** How long nothing is asked after an answer that had all there was. */
const restMs = 500;
/** Records that a tail begins with, and at most takes at once. */
const atFirst = 100;
const mostAtOnce = 2_000;

/** A live tail: its records newest first, and how many more there were than it keeps. */
export interface Tail {
  readonly records: readonly KafkaRecord[];
  readonly dropped: number;
  /** Records behind the newest that the tail has looked at, by its last answer. */
  readonly behind: number;
  /** The offset behind what it has looked at, by partition; null before its first answer. */
  readonly reached: Readonly<Record<string, number>> | null;
  readonly failure: Failure | null;
}

const empty: Tail = { records: [], dropped: 0, behind: 0, reached: null, failure: null };

let requestCount = 0;

/**
 * Every record that comes into a topic from now on, after the newest there are: each poll goes on
 * where the one before ended, so that none is missed. At most `capacity` are kept, the oldest are
 * dropped and counted. While `isPaused` nothing is asked and the rows stay; afterwards it goes on from
 * there. Null as the request follows nothing; another request begins anew.
 */
export function useTail(request: Request | null, isPaused: boolean, capacity: number): Tail {
  const client = useClient();
  const [tail, setTail] = useState<Tail>(empty);
  const reached = useRef<Tail['reached']>(null);
  const text = request === null ? null : JSON.stringify(request);

  useEffect(() => {
    reached.current = null;
    setTail(empty);
  }, [text]);

  useEffect(() => {
    if (text === null || isPaused) return;
    const wanted = JSON.parse(text) as Request;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let hasEnded = false;
    let requestId = '';
    const poll = async () => {
      const offsets = reached.current;
      requestId = `tail-${Date.now()}-${++requestCount}`;
      const place: Partial<Request> = offsets
        ? { from: { kind: 'offsets', offsets: { ...offsets } }, limit: mostAtOnce }
        : { from: { kind: 'latest' }, limit: atFirst };
      let waitMs = restMs;
      try {
        const answer = await client.request('kafkaRecords.read', {
          ...wanted,
          ...place,
          requestId,
        });
        if (hasEnded) return;
        reached.current = { ...offsets, ...answer.reached };
        const behind = sum(answer.ends) - sum(answer.reached);
        if (behind > 0) waitMs = 0;
        // The first answer is newest first already.
        const fresh = offsets ? [...answer.records].reverse() : answer.records;
        setTail((before) => withFresh(before, fresh, capacity, behind, reached.current));
      } catch (thrown) {
        if (hasEnded) return;
        const failure = failureOf(thrown);
        waitMs = restMs * 4;
        if (!['REQUEST_CANCELLED', 'CONTROL_UNREACHABLE'].includes(failure.code))
          setTail((before) => ({ ...before, failure }));
      }
      timer = setTimeout(() => void poll(), waitMs);
    };
    void poll();
    return () => {
      hasEnded = true;
      if (timer) clearTimeout(timer);
      void client.request('request.cancel', { requestId }).catch(() => undefined);
    };
  }, [client, text, isPaused, capacity]);

  return tail;
}

/** The tail with records before those it has; what is beyond its capacity is dropped and counted. */
export function withFresh(
  before: Tail,
  fresh: readonly KafkaRecord[],
  capacity: number,
  behind: number,
  reached: Tail['reached'],
): Tail {
  const all = fresh.length === 0 ? before.records : [...fresh, ...before.records];
  const surplus = Math.max(0, all.length - capacity);
  return {
    records: surplus === 0 ? all : all.slice(0, capacity),
    dropped: before.dropped + surplus,
    behind,
    reached,
    failure: null,
  };
}

const sum = (offsets: Readonly<Record<string, number>>) =>
  Object.values(offsets).reduce((total, offset) => total + offset, 0);
