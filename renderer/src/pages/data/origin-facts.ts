import type { RecordOrigin } from '../../../../main/contract/records';
import { missing } from '../../format/missing';
import { formatInteger } from '../../format/numbers';
import { formatMoment } from '../../format/time';
import { labelled, t } from '../../languages/language';
import { refusedBy, rejectionText } from '../../languages/rejection-text';
import type { KafkaPlace, Refusal } from './kafka-place-of';

/** One line of a record's origin; `detail` is what stands behind it, null for nothing. */
export interface OriginFact {
  readonly name: string;
  readonly value: string;
  readonly detail: string | null;
}

const number = (value: number | null) => (value === null ? missing : formatInteger(value));
const fact = (name: string, value: string, detail: string | null = null): OriginFact => ({
  name,
  value,
  detail,
});

/**
 * What is known of a row's way, in the order of that way; `origin` null while it is asked for,
 * `refusal` null but for a rejected record.
 */
export function originFacts(
  kafka: KafkaPlace,
  origin: RecordOrigin | null,
  refusal: Refusal | null,
): OriginFact[] {
  const { topic, partition, offset, atText } = kafka;
  const place = t('data.origin.place', {
    topic: topic ?? t('data.origin.topic'),
    partition: number(partition),
    offset: number(offset),
  });
  const { addedAtVersion = null, committedAtMs = null } = origin ?? {};
  const commit =
    addedAtVersion === null
      ? missing
      : t('data.origin.commitOf', {
          version: number(addedAtVersion),
          time: committedAtMs === null ? missing : formatMoment(committedAtMs),
        });
  const silverVersion = origin?.silverVersion ?? null;
  return [
    ...(refusal === null
      ? []
      : [
          fact(
            t('kafka.why'),
            labelled(refusedBy(refusal.stage, refusal.rule), rejectionText(refusal.error)),
          ),
        ]),
    ...(partition === null ? [] : [fact(t('data.origin.kafka'), place)]),
    ...(atText === null
      ? []
      : [fact(t('data.origin.kafkaTime'), formatMoment(Date.parse(atText)), atText)]),
    silverVersion === null
      ? fact(t('data.origin.batch'), number(origin?.batchId ?? null))
      : fact(t('data.origin.silver'), number(silverVersion)),
    fact(t('data.origin.version'), number(origin?.tableVersion ?? null)),
    fact(t('data.origin.commit'), commit, origin?.operation ?? null),
    fact(t('data.origin.file'), origin?.file.split('/').at(-1) ?? missing, origin?.file ?? null),
  ];
}
