import { useRef } from 'react';
import type { KafkaRecord } from '../../../../main/contract/kafka-records';
import { useVirtualRows } from '../../components/use-virtual-rows';
import { missing } from '../../format/missing';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { BytesText, reasonOf } from './bytes-text';
import { RecordTime } from './record-time';

export const recordId = ({ partition, offset }: KafkaRecord) => `${partition}/${offset}`;

const rowHeightPx = 27;

/** The records as a table of any length; the button in a row opens the record. */
export function RecordList(props: {
  records: readonly KafkaRecord[];
  chosen: string | null;
  nowMs: number;
  onChoose(id: string): void;
  /** The person has scrolled away from the newest. */
  onLeaveTop?: () => void;
}) {
  const { records, onLeaveTop } = props;
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(box, records.length, rowHeightPx);
  const hasReasons = records.slice(0, 500).some((record) => reasonOf(record) !== null);
  return (
    <div
      ref={box}
      className="kafka-scroll"
      tabIndex={0}
      role="group"
      aria-label={t('kafka.list')}
      onScroll={({ currentTarget }) => {
        if (currentTarget.scrollTop > rowHeightPx) onLeaveTop?.();
      }}
    >
      <table className="kafka-table kafka-records" aria-rowcount={records.length + 1}>
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
        <Spacer heightPx={rows.abovePx} />
        <tbody>
          {rows.indexes.map((index) => (
            <RecordRow
              key={recordId(records[index]!)}
              {...props}
              record={records[index]!}
              index={index}
              hasReasons={hasReasons}
            />
          ))}
        </tbody>
        <Spacer heightPx={rows.belowPx} />
      </table>
    </div>
  );
}

/** The room of the rows that are not drawn. */
function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr style={{ height: heightPx }} />
    </tbody>
  );
}

function RecordRow(props: {
  record: KafkaRecord;
  index: number;
  hasReasons: boolean;
  chosen: string | null;
  nowMs: number;
  onChoose(id: string): void;
}) {
  const { record, index, hasReasons, chosen, nowMs, onChoose } = props;
  const { partition, offset } = record;
  const id = recordId(record);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={id === chosen ? 'true' : undefined}
      onClick={() => onChoose(id)}
    >
      <td>
        <RecordTime atMs={record.timestampMs} nowMs={nowMs} />
      </td>
      <td className="number">{partition}</td>
      <td className="number">
        <button
          type="button"
          className="kafka-open"
          aria-label={t('kafka.record', { partition, offset: formatInteger(offset) })}
          onClick={() => onChoose(id)}
        >
          {formatInteger(offset)}
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
}
