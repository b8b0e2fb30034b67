import { useState } from 'react';
import type { KafkaRecord, ShownBytes } from '../../../../main/contract/kafka-records';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { formatBytes, formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useRequest } from '../../state/use-request';
import { BytesText, jsonOf } from './bytes-text';
import { RecordTime } from './record-list';

const isCut = ({ key, value }: KafkaRecord) =>
  [key, value].some((bytes) => bytes.kind !== 'none' && bytes.isCut);

/** One record wholly: place, time, key, headers, and the value as JSON or as it is. */
export function RecordPanel(props: {
  topic: string;
  record: KafkaRecord;
  nowMs: number;
  onClose(): void;
}) {
  const { topic, record: listed, nowMs, onClose } = props;
  const [asText, setAsText] = useState(false);
  // A list has only the beginning of long values: the record is asked for alone.
  const { partition, offset } = listed;
  const alone = useRequest(
    'kafkaRecords.read',
    isCut(listed)
      ? { topic, partitions: [partition], from: { kind: 'offset', offset }, limit: 1 }
      : null,
  ).value?.records.find((one) => one.partition === partition && one.offset === offset);
  const record = alone ?? listed;
  const json = jsonOf(record.value);
  const shown = json !== null && !asText ? json : rawOf(record.value);
  return (
    <section className="kafka-record" aria-label={t('kafka.record', { partition, offset })}>
      <header>
        <h3>{t('kafka.record', { partition, offset: formatInteger(offset) })}</h3>
        <button type="button" className="button button-quiet" onClick={onClose}>
          <Icon name="cross" />
          {t('kafka.close')}
        </button>
      </header>
      <dl>
        <dt>{t('kafka.time')}</dt>
        <dd>
          <RecordTime atMs={record.timestampMs} nowMs={nowMs} />
        </dd>
        <dt>{t('kafka.key')}</dt>
        <dd>
          <BytesText bytes={record.key} />
        </dd>
        {record.headers.map(({ name, value }, index) => (
          <div key={index} className="kafka-header">
            <dt>{name}</dt>
            <dd>
              <BytesText bytes={value} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="kafka-value-tools">
        <h4>{t('kafka.value')}</h4>
        {json !== null && (
          <div className="segmented kafka-forms" role="group" aria-label={t('kafka.value')}>
            {[false, true].map((text) => (
              <button
                key={String(text)}
                type="button"
                aria-pressed={asText === text}
                onClick={() => setAsText(text)}
              >
                {t(text ? 'kafka.text' : 'kafka.json')}
              </button>
            ))}
          </div>
        )}
        {shown !== null && <CopyButton text={shown} label={t('copy.action')} />}
      </div>
      {record.value.kind !== 'none' && record.value.isCut && (
        <p className="kafka-quiet">
          {t('kafka.cut', { size: formatBytes(record.value.sizeBytes) })}
        </p>
      )}
      {shown === null ? (
        <BytesText bytes={record.value} isValue />
      ) : (
        <pre tabIndex={0}>{shown}</pre>
      )}
    </section>
  );
}

/** The text, or the base64 of what is no text; null without a value. */
function rawOf(bytes: ShownBytes): string | null {
  if (bytes.kind === 'none') return null;
  return bytes.kind === 'text' ? bytes.text : bytes.base64;
}
