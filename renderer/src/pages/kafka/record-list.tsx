import type { KafkaRecord } from '../../../../main/contract/kafka-records';
import { formatClockMilliseconds } from '../../format/log-time';
import { missing } from '../../format/missing';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { BytesText, reasonOf } from './bytes-text';

export const recordId = ({ partition, offset }: KafkaRecord) => `${partition}/${offset}`;

/** Local time of a record, UTC on hover. */
export function RecordTime({ atMs, nowMs }: { atMs: number | null; nowMs: number }) {
  if (atMs === null) return <>{missing}</>;
  const utc = new Date(atMs).toISOString();
  return (
    <time dateTime={utc} title={t('kafka.utc', { time: utc.slice(0, -1).replace('T', ' ') })}>
      {formatClockMilliseconds(atMs, nowMs)}
    </time>
  );
}

/** The records as a table; the row's first cell opens the record. */
export function RecordList(props: {
  records: readonly KafkaRecord[];
  chosen: string | null;
  nowMs: number;
  onChoose(id: string): void;
}) {
  const hasReasons = props.records.some((record) => reasonOf(record) !== null);
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.list')}>
      <table className="kafka-table kafka-records">
        <thead>
          <tr>
            <th>{t('kafka.time')}</th>
            <th className="number">{t('kafka.partition')}</th>
            <th className="number">{t('kafka.offset')}</th>
            {hasReasons && <th>{t('kafka.reason')}</th>}
            <th>{t('kafka.key')}</th>
            <th className="kafka-wide">{t('kafka.value')}</th>
          </tr>
        </thead>
        <tbody>
          {props.records.map((record) => {
            const id = recordId(record);
            return (
              <tr
                key={id}
                aria-current={id === props.chosen ? 'true' : undefined}
                onClick={() => props.onChoose(id)}
              >
                <td>
                  <RecordTime atMs={record.timestampMs} nowMs={props.nowMs} />
                </td>
                <td className="number">{record.partition}</td>
                <td className="number">
                  <button
                    type="button"
                    className="kafka-open"
                    aria-label={t('kafka.record', {
                      partition: record.partition,
                      offset: formatInteger(record.offset),
                    })}
                    onClick={() => props.onChoose(id)}
                  >
                    {formatInteger(record.offset)}
                  </button>
                </td>
                {hasReasons && <td className="kafka-cell">{reasonOf(record) ?? missing}</td>}
                <td className="kafka-cell">
                  <BytesText bytes={record.key} />
                </td>
                <td className="kafka-cell kafka-wide">
                  <BytesText bytes={record.value} isValue />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
