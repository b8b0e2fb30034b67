import { formatInteger } from '../format/numbers';
import { formatClock } from '../format/time';
import { t } from '../languages/language';
import { useNowMs, useStores } from '../state/stores';
import { Icon } from './icon';
import { StartAction } from './start-action';

/**
 * Above the panels of a place while the pipeline is stopped and its rows stay: how many of its main
 * table, of what time, and Start. Nothing before there is a table, and nothing over the sample.
 */
export function StoppedBand({ table }: { table: string | null }) {
  const nowMs = useNowMs();
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isOwn = useStores('overview', (state) => state.overview?.lakehouse !== 'sample');
  const found = useStores('overview', (state) =>
    state.overview?.tables.find((one) => one.table === table),
  );
  if (state !== 'stopped' || !isOwn || !found) return null;
  const { rows, committedAtMs } = found;
  return (
    <div className="stopped-band">
      <Icon name="square" />
      <span>
        {t('panel.stoppedWithData', {
          rows: t('panel.rows', { count: rows ?? 0, figure: formatInteger(rows) }),
          time: formatClock(committedAtMs, nowMs),
        })}
      </span>
      <StartAction />
    </div>
  );
}
