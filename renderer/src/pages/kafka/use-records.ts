import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { Failure } from '../../../../main/contract/failure';
import type { KafkaRecord, KafkaRecords } from '../../../../main/contract/kafka-records';
import { failureOf } from '../../api/client-failure';
import { useClient } from '../../state/client-context';

type Request = RequestOf<'kafkaRecords.read'>;

/** Records read so far; `answer` is the newest answer, null before the first. */
export interface RecordsView {
  readonly records: readonly KafkaRecord[];
  readonly answer: KafkaRecords | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
  reload(): void;
  /** Goes on where the last answer stopped. */
  goOn(): void;
  cancel(): void;
}

let requestCount = 0;

/**
 * Records of a topic, read at once and when the request changes; what is shown stays meanwhile. Null
 * as the request reads nothing.
 */
export function useRecords(request: Request | null): RecordsView {
  const client = useClient();
  const running = useRef<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [read, setRead] = useState<{
    records: readonly KafkaRecord[];
    answer: KafkaRecords | null;
  }>({ records: [], answer: null });
  const text = request === null ? null : JSON.stringify(request);

  const cancel = useCallback(() => {
    const requestId = running.current;
    if (requestId) void client.request('request.cancel', { requestId }).catch(() => undefined);
  }, [client]);

  const ask = useCallback(
    async (from: Request['from'], before: readonly KafkaRecord[]) => {
      cancel();
      if (text === null) return;
      const requestId = `records-${Date.now()}-${++requestCount}`;
      running.current = requestId;
      setIsReading(true);
      try {
        const wanted = JSON.parse(text) as Request;
        const answer = await client.request('kafkaRecords.read', { ...wanted, from, requestId });
        if (running.current !== requestId) return;
        setRead({ records: [...before, ...answer.records], answer });
        setFailure(null);
      } catch (thrown) {
        const found = failureOf(thrown);
        if (running.current !== requestId) return;
        // What the person has cancelled, and a lost connection, which has its band, are no failures.
        if (!['REQUEST_CANCELLED', 'CONTROL_UNREACHABLE'].includes(found.code)) setFailure(found);
      } finally {
        if (running.current === requestId) {
          running.current = null;
          setIsReading(false);
        }
      }
    },
    [client, cancel, text],
  );
  const reload = useCallback(() => {
    if (text !== null) void ask((JSON.parse(text) as Request).from, []);
  }, [ask, text]);
  useEffect(() => {
    reload();
    return cancel;
  }, [reload, cancel]);

  const goOn = () => {
    const offsets = read.answer?.next;
    if (offsets) void ask({ kind: 'offsets', offsets }, read.records);
  };
  return { ...read, failure, isReading, reload, goOn, cancel };
}
