import type { EventTrace, TraceHop, TraceRecord } from '../../../../../main/contract/trace';
import { Badge } from '../../../components/badge';
import type { Tone } from '../../../components/badge';
import type { IconName } from '../../../components/icon';
import { missing } from '../../../format/missing';
import { formatInteger } from '../../../format/numbers';
import { formatClockMilliseconds } from '../../../format/log-time';
import { formatDuration } from '../../../format/time';
import { labelled, t } from '../../../languages/language';
import { outcomeDetailText } from '../../../languages/rejection-text';
import { writeAddress } from '../../../state/address-store';
import { useNowMs } from '../../../state/stores';
import { tablePath } from '../../data/data-address';
import { PlaceLink } from '../panel-link';

const outcomes: Record<TraceRecord['outcome'], { readonly tone: Tone; readonly icon: IconName }> = {
  silver: { tone: 'green', icon: 'check' },
  rejected: { tone: 'red', icon: 'octagon' },
  duplicate: { tone: 'amber', icon: 'caution' },
  pending: { tone: 'blue', icon: 'arc' },
};

/** What was found, in a line: `Partition 1, offset 420: In Silver`. */
export const foundText = ({ records }: EventTrace): string =>
  records.length === 0
    ? t('trace.none')
    : records.map((record) => labelled(placeText(record), outcomeText(record))).join(', ');

const placeText = ({ partition, offset }: TraceRecord) =>
  t('trace.record', { partition, offset: formatInteger(offset) });
const outcomeText = ({ outcome }: TraceRecord) => t(`trace.outcomes.${outcome}`);

/** Each record of the topic that carries the event, with its hops in the order of time. */
export function TraceRecords({ trace }: { trace: EventTrace }) {
  if (trace.records.length === 0) return <p className="trace-hint">{t('trace.none')}</p>;
  return (
    <>
      {trace.records.map((record) => (
        <section key={`${record.partition} ${record.offset}`} className="trace-record">
          <header className="trace-head">
            <h3>
              <PlaceLink
                href={writeAddress(`/kafka/topics/${encodeURIComponent(trace.topic)}`, {
                  partition: String(record.partition),
                  offset: String(record.offset),
                })}
              >
                {placeText(record)}
              </PlaceLink>
            </h3>
            <span>
              {record.batchId === null
                ? t('trace.noBatch')
                : t('trace.batch', { batch: formatInteger(record.batchId) })}
            </span>
            <Badge {...outcomes[record.outcome]} word={outcomeText(record)} />
          </header>
          {record.detail && <p className="trace-detail">{outcomeDetailText(record.detail)}</p>}
          <Hops hops={record.hops} />
        </section>
      ))}
    </>
  );
}

function Hops({ hops }: { hops: readonly TraceHop[] }) {
  const nowMs = useNowMs();
  const ordered = [...hops].sort((a, b) => (a.atMs ?? Infinity) - (b.atMs ?? Infinity));
  const firstMs = ordered[0]?.atMs ?? null;
  return (
    <table className="figures-table trace-hops">
      <thead>
        <tr>
          <th scope="col">{t('trace.columns.hop')}</th>
          <th scope="col">{t('trace.columns.where')}</th>
          <th scope="col" className="number">
            {t('trace.columns.time')}
          </th>
          <th scope="col" className="number">
            {t('trace.columns.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ hop, table, version, atMs }) => (
          <tr key={`${hop} ${table}`}>
            <th scope="row">{t(`trace.hops.${hop}`)}</th>
            <td>
              {table === null || version === null ? (
                missing
              ) : (
                <PlaceLink href={writeAddress(tablePath(table), { version: String(version) })}>
                  {table} {t('trace.version', { version: formatInteger(version) })}
                </PlaceLink>
              )}
            </td>
            <td className="number">
              {atMs === null ? missing : formatClockMilliseconds(atMs, nowMs)}
            </td>
            <td className="number">
              {atMs === null || firstMs === null
                ? missing
                : t('trace.after', { duration: formatDuration(Math.max(0, atMs - firstMs)) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
