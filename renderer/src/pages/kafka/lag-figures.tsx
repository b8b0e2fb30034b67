import type { TopicLag } from '../../../../main/contract/kafka';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { formatLag } from './lag-lines';
import { LagTrend, TimeToZero } from './lag-trend';

/** The lag of the topic now, in records and seconds, its pace, and why group tools show none. */
export function LagFigures({ lag }: { lag: TopicLag | null }) {
  return (
    <div className="kafka-lag-figures">
      <dl>
        <dt>{t('kafka.lagNow')}</dt>
        <dd>{formatInteger(lag?.lag ?? null)}</dd>
        <dt>{t('kafka.lagOldest')}</dt>
        <dd>{formatLag(lag?.lagSeconds ?? null, 'seconds')}</dd>
        <dt>{t('kafka.trend')}</dt>
        <dd>
          <LagTrend perSecond={lag?.trendPerSecond ?? null} />
        </dd>
        <dt>{t('kafka.toZero')}</dt>
        <dd>
          <TimeToZero seconds={lag?.secondsToZero ?? null} />
        </dd>
      </dl>
      <p>
        {t('kafka.groupNote')} <a href="#/settings/kafka">{t('kafka.mirror')}</a>
      </p>
    </div>
  );
}
