import type { KafkaRecord } from '../../../../main/contract/kafka-records';
import type { KafkaTopic } from '../../../../main/contract/kafka-topics';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useRequest } from '../../state/use-request';
import { BytesText } from './bytes-text';
import { DeadLetterPart } from './dead-letter-part';
import { readDeadLetter } from './dead-letter';
import { recordAsJson } from './record-as-json';
import { bronzeAddress } from './record-address';
import { RecordTime } from './record-time';
import { RecordValue } from './record-value';
import { deadLetterTopic } from './topic-address';

const isCut = ({ key, value }: KafkaRecord) =>
  [key, value].some((bytes) => bytes.kind !== 'none' && bytes.isCut);

/** One record wholly: place, time, key, headers, value, and where it went in the tables. */
export function RecordPanel(props: {
  name: string;
  topic: KafkaTopic | null;
  record: KafkaRecord;
  nowMs: number;
  onClose(): void;
}) {
  const { name, topic, record: listed, nowMs, onClose } = props;
  // A list has only the beginning of long values: the record is asked for alone.
  const { partition, offset } = listed;
  const alone = useRequest(
    'kafkaRecords.read',
    isCut(listed)
      ? { topic: name, partitions: [partition], from: { kind: 'offset', offset }, limit: 1 }
      : null,
  ).value?.records.find((one) => one.partition === partition && one.offset === offset);
  const record = alone ?? listed;
  const bronze = topic?.bronze ? bronzeAddress(name, topic.bronze, record) : null;
  const deadLetter = name === deadLetterTopic ? readDeadLetter(record) : null;
  return (
    <section className="kafka-record" aria-label={t('kafka.record', { partition, offset })}>
      <header>
        <h3>{t('kafka.record', { partition, offset: formatInteger(offset) })}</h3>
        <button type="button" className="button button-quiet" onClick={onClose}>
          <Icon name="cross" />
          {t('kafka.close')}
        </button>
      </header>
      <div className="kafka-record-actions">
        {bronze && (
          <a className="button" href={`#${bronze}`}>
            <Icon name="table" />
            {t('kafka.findInBronze')}
          </a>
        )}
        <CopyButton text={recordAsJson(name, record)} label={t('kafka.copyRecord')} />
      </div>
      <dl>
        <dt>{t('kafka.time')}</dt>
        <dd>
          <RecordTime atMs={record.timestampMs} nowMs={nowMs} />
        </dd>
        <dt>{t('kafka.key')}</dt>
        <dd>
          <BytesText bytes={record.key} />
        </dd>
        {record.headers.map(({ name: header, value }, index) => (
          <div key={index} className="kafka-header">
            <dt>{header}</dt>
            <dd>
              <BytesText bytes={value} />
            </dd>
          </div>
        ))}
      </dl>
      {deadLetter && <DeadLetterPart letter={deadLetter} />}
      <RecordValue value={record.value} />
    </section>
  );
}
