import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import { missing } from '../../../format/missing';
import { formatInteger } from '../../../format/numbers';
import { formatClockSeconds, formatDuration } from '../../../format/time';
import { t } from '../../../languages/language';
import { rejectedOf } from '../layer-rates';
import { batchParts, durationOf, partsOf } from './batch-parts';

/** The same batches as figures, the newest first; a number chooses its batch. */
export function BatchTable(props: { report: MicroBatches; onChoose: (batchId: number) => void }) {
  const { report, onChoose } = props;
  const heads = [
    t('batches.ended'),
    t('batches.rows'),
    t('batches.rejected'),
    t('batches.late'),
    t('batches.duration'),
    ...batchParts.map((part) => t(`batches.parts.${part}`)),
    t('batches.p95'),
    t('batches.watermark'),
  ];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('batches.title')}>
      <table className="figures-table batch-table">
        <thead>
          <tr>
            <th scope="col">{t('batches.number')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...report.batches].reverse().map((batch) => {
            const parts = partsOf(batch);
            return (
              <tr key={batch.batchId}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => onChoose(batch.batchId)}
                  >
                    {formatInteger(batch.batchId)}
                  </button>
                  {batch.replayed && ` (${t('batches.replayed')})`}
                </th>
                <td className="number">{formatClockSeconds(batch.endedAtMs)}</td>
                <td className="number">{formatInteger(batch.rows.input)}</td>
                <td className="number">{formatInteger(rejectedOf(batch.rows))}</td>
                <td className="number">{formatInteger(batch.rows.late)}</td>
                <td className="number">{formatDuration(durationOf(batch.partsMs))}</td>
                {batchParts.map((part) => (
                  <td key={part} className="number">
                    {formatDuration(parts[part])}
                  </td>
                ))}
                <td className="number">{formatDuration(batch.latencyP95Ms)}</td>
                <td className="number">
                  {batch.watermarkMs === null ? missing : formatClockSeconds(batch.watermarkMs)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
