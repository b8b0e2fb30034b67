import { useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { Cell } from '../../../../main/contract/query';
import { t } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { useRequest } from '../../state/use-request';
import { TraceDialog } from '../pipeline/trace/trace-dialog';
import { kafkaPlaceOf, refusalOf } from './kafka-place-of';
import { originFacts } from './origin-facts';

/** What is known of a row's way: its Kafka record, its batch, its commit; to its trace and topic. */
export function RecordOriginList(props: {
  request: RequestOf<'record.origin'>;
  columns: readonly { readonly name: string; readonly type: string }[];
  values: readonly Cell[];
}) {
  const { request, columns, values } = props;
  const [isTraced, setIsTraced] = useState(false);
  const { value: origin } = useRequest('record.origin', request);
  // Silver does not repeat the topic: it is the pack's own.
  const found = kafkaPlaceOf(columns, values);
  const isTopicNeeded = found.topic === null && found.partition !== null;
  const packTopic =
    useRequest('batches.read', isTopicNeeded ? { limit: 1 } : null).value?.topic ?? null;
  const kafka = { ...found, topic: found.topic ?? (found.partition === null ? null : packTopic) };
  const { topic, partition, offset, eventId } = kafka;
  return (
    <section className="record-origin" aria-label={t('data.origin.title')}>
      <dl>
        {originFacts(kafka, origin, refusalOf(columns, values)).map(({ name, value, detail }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={detail ?? undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="record-actions">
        {eventId !== null && (
          <button type="button" className="button" onClick={() => setIsTraced(true)}>
            {t('data.origin.trace')}
          </button>
        )}
        {topic !== null && partition !== null && offset !== null && (
          <a
            className="button"
            href={`#${writeAddress(`/kafka/topics/${encodeURIComponent(topic)}`, {
              partition: String(partition),
              offset: String(offset),
            })}`}
          >
            {t('data.origin.openInKafka')}
          </a>
        )}
      </div>
      {isTraced && <TraceDialog eventId={eventId} onClose={() => setIsTraced(false)} />}
    </section>
  );
}
