import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { formatLag } from './lag-lines';
import { LagTrend, TimeToZero } from './lag-trend';
import type { TopicRow } from './use-topics';

/** The title of each column that is a figure, and those that a narrow page leaves out. */
const titles = {
  partition: 'kafka.partition',
  logStart: 'kafka.logStart',
  logEnd: 'kafka.logEnd',
  current: 'kafka.current',
  lag: 'kafka.lag',
  seconds: 'kafka.seconds',
  trend: 'kafka.trend',
  toZero: 'kafka.toZero',
} as const;
const minor = ['logStart', 'toZero'];

/** One row a partition: its offsets, where the query stands and how that changes, and who leads it. */
export function PartitionTable({ row: { topic, lag } }: { row: TopicRow }) {
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.partitions')}>
      <table className="kafka-table">
        <thead>
          <tr>
            {(Object.keys(titles) as (keyof typeof titles)[]).map((name) => (
              <th
                key={name}
                className={minor.includes(name) ? 'number kafka-minor' : 'number'}
                title={name === 'lag' ? t('kafka.lagHelp') : undefined}
              >
                {t(titles[name])}
              </th>
            ))}
            <th>{t('kafka.leader')}</th>
          </tr>
        </thead>
        <tbody>
          {topic.partitions.map((one) => {
            // Both from the same second, so that they fit each other.
            const read = lag?.partitions.find(({ partition }) => partition === one.partition);
            return (
              <tr
                key={one.partition}
                title={`${t('kafka.logStart')} ${formatInteger(one.logStartOffset)}`}
              >
                <td className="number">{one.partition}</td>
                <td className="number kafka-minor">{formatInteger(one.logStartOffset)}</td>
                <td className="number">{formatInteger(read?.logEndOffset ?? one.logEndOffset)}</td>
                <td className="number">{formatInteger(read?.currentOffset ?? null)}</td>
                <td className="number">{formatInteger(read?.lag ?? null)}</td>
                <td className="number">{formatLag(read?.lagSeconds ?? null, 'seconds')}</td>
                <td className="number">
                  <LagTrend perSecond={read?.trendPerSecond ?? null} />
                </td>
                <td className="number kafka-minor">
                  <TimeToZero seconds={read?.secondsToZero ?? null} />
                </td>
                <td>
                  <Leader leader={one.leader} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Leader({ leader }: { leader: number | null }) {
  if (leader !== null) return <>{t('kafka.node', { id: leader })}</>;
  return (
    <span className="kafka-alarm tone-red">
      <Icon name="octagon" />
      {t('kafka.noLeader')}
    </span>
  );
}
