import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import type { TopicRow } from './use-topics';

/** One row a partition: its offsets, where the query stands, and who leads it. */
export function PartitionTable({ row: { topic, lag } }: { row: TopicRow }) {
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.partitions')}>
      <table className="kafka-table">
        <thead>
          <tr>
            <th className="number">{t('kafka.partition')}</th>
            <th className="number">{t('kafka.logStart')}</th>
            <th className="number">{t('kafka.logEnd')}</th>
            <th className="number">{t('kafka.current')}</th>
            <th className="number" title={t('kafka.lagHelp')}>
              {t('kafka.lag')}
            </th>
            <th>{t('kafka.leader')}</th>
          </tr>
        </thead>
        <tbody>
          {topic.partitions.map((one) => {
            // Both from the same second, so that they fit each other.
            const read = lag?.partitions.find(({ partition }) => partition === one.partition);
            return (
              <tr key={one.partition}>
                <td className="number">{one.partition}</td>
                <td className="number">{formatInteger(one.logStartOffset)}</td>
                <td className="number">{formatInteger(read?.logEndOffset ?? one.logEndOffset)}</td>
                <td className="number">{formatInteger(read?.currentOffset ?? null)}</td>
                <td className="number">{formatInteger(read?.lag ?? null)}</td>
                <td>
                  {one.leader === null ? (
                    <span className="kafka-alarm tone-red">
                      <Icon name="octagon" />
                      {t('kafka.noLeader')}
                    </span>
                  ) : (
                    t('kafka.node', { id: one.leader })
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
