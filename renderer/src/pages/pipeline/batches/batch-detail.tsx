import type { MicroBatch, MicroBatches } from '../../../../../main/contract/micro-batches';
import { formatInteger } from '../../../format/numbers';
import { formatClockSeconds, formatDuration } from '../../../format/time';
import { t } from '../../../languages/language';
import { rejectedOf } from '../layer-rates';
import { PlaceLink } from '../panel-link';
import { durationOf } from './batch-parts';
import { batchSqlAddress, rangeAddress, rangesOf } from './batch-range';

/** One batch in a line: what it did, and its records in the tables. */
export function BatchDetail(props: {
  report: MicroBatches;
  batch: MicroBatch;
  /** Null: the newest, whichever it is. */
  chosenId: number | null;
  onChoose: (batchId: number | null) => void;
}) {
  const { report, batch, chosenId, onChoose } = props;
  const { rows, watermarkMs, partsMs } = batch;
  const ranges = rangesOf(batch);
  const facts = [
    `${formatInteger(rows.input)} ${t('batches.rows')}`,
    `${formatInteger(rejectedOf(rows))} ${t('batches.rejected')}`,
    `${formatInteger(rows.late)} ${t('batches.late')}`,
    formatDuration(durationOf(partsMs)),
    watermarkMs === null
      ? t('batches.noWatermark')
      : t('batches.watermarkIs', { time: formatClockSeconds(watermarkMs) }),
  ];
  return (
    <div className="batch-detail">
      <label className="batch-choice">
        {t('batches.choose')}
        <select
          className="select"
          value={chosenId ?? ''}
          onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
        >
          <option value="">{formatInteger(report.batches.at(-1)?.batchId ?? null)}</option>
          {[...report.batches]
            .reverse()
            .slice(1)
            .map(({ batchId }) => (
              <option key={batchId} value={batchId}>
                {formatInteger(batchId)}
              </option>
            ))}
        </select>
      </label>
      <span className="batch-facts">{facts.join(' · ')}</span>
      <span className="batch-ranges">
        {ranges === null
          ? t('batches.noRange')
          : ranges.map((range) => (
              <PlaceLink key={range.partition} href={rangeAddress(report.bronzeTable, range)}>
                {t('batches.range', {
                  partition: range.partition,
                  from: formatInteger(range.from),
                  until: formatInteger(range.until),
                })}
              </PlaceLink>
            ))}
        {ranges !== null && ranges.length > 1 && (
          <PlaceLink href={batchSqlAddress(report.bronzeTable, ranges)}>
            {t('batches.recordsAll')}
          </PlaceLink>
        )}
      </span>
    </div>
  );
}
