import type { KafkaTopic } from '../../../../main/contract/kafka-topics';
import { formatBytes, formatInteger, formatRate } from '../../format/numbers';
import { formatElapsed } from '../../format/time';
import { t } from '../../languages/language';
import { addressOf } from './topic-address';
import type { TopicRow } from './use-topics';

/** All topics with their figures; each is a link to its partitions and records. */
export function TopicTable({ rows, chosen }: { rows: readonly TopicRow[]; chosen: string | null }) {
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.topics')}>
      <table className="kafka-table">
        <thead>
          <tr>
            <th>{t('kafka.topic')}</th>
            <th className="number">{t('kafka.partitions')}</th>
            <th className="number kafka-minor kafka-wrapped">{t('kafka.replication')}</th>
            <th className="number">{t('kafka.records')}</th>
            <th className="number kafka-minor">{t('kafka.size')}</th>
            <th className="number kafka-minor">{t('kafka.retention')}</th>
            <th className="number">{t('kafka.rate')}</th>
            <th className="number" title={t('kafka.lagHelp')}>
              {t('kafka.lag')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, records, ratePerSecond, lag }) => (
            <tr
              key={topic.topic}
              title={minorFigures(topic)}
              aria-current={topic.topic === chosen ? 'true' : undefined}
            >
              <td>
                <a href={`#${addressOf(topic.topic)}`}>{topic.topic}</a>
                <KindOf topic={topic} />
              </td>
              <td className="number">{formatInteger(topic.partitions.length)}</td>
              <td className="number kafka-minor">
                {formatInteger(topic.partitions[0]?.replicas ?? null)}
              </td>
              <td className="number">{formatInteger(records)}</td>
              <td className="number kafka-minor">{formatBytes(topic.sizeBytes)}</td>
              <td className="number kafka-minor">{keptFor(topic.retentionMs)}</td>
              <td className="number">
                {ratePerSecond === null
                  ? '—'
                  : t('kafka.rateUnit', { rate: formatRate(ratePerSecond) })}
              </td>
              <td className="number">{formatInteger(lag?.lag ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a narrow page leaves out of a row. */
const minorFigures = (topic: KafkaTopic): string =>
  [
    `${t('kafka.replication')} ${formatInteger(topic.partitions[0]?.replicas ?? null)}`,
    `${t('kafka.size')} ${formatBytes(topic.sizeBytes)}`,
    `${t('kafka.retention')} ${keptFor(topic.retentionMs)}`,
  ].join(' · ');

/** `7 d` for whole days, else the two largest units. */
function keptFor(retentionMs: number | null): string {
  if (retentionMs === null) return t('kafka.forEver');
  const days = retentionMs / 86_400_000;
  return days >= 1 && Number.isInteger(days)
    ? `${formatInteger(days)} ${t('age.days')}`
    : formatElapsed(retentionMs);
}

function KindOf({ topic: { kind } }: { topic: KafkaTopic }) {
  if (kind !== 'deadLetters' && kind !== 'internal') return null;
  return <span className="kafka-kind">{t(`kafka.${kind}`)}</span>;
}
