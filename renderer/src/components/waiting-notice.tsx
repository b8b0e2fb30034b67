import { formatDuration, formatElapsed } from '../format/time';
import { t } from '../languages/language';
import { useNowMs, useStores } from '../state/stores';
import { useRequest } from '../state/use-request';
import { PanelNotice } from './panel-notice';

/**
 * Instead of rows while the pipeline is at work and has none yet: for what, at which interval, and
 * how long so far. `detail` says what will be there.
 */
export function WaitingNotice({ detail }: { detail?: string }) {
  const nowMs = useNowMs();
  const sinceMs = useStores('overview', (state) => state.overview?.pipeline.sinceMs ?? null);
  const triggerMs = useRequest('batches.read', { limit: 1 }).value?.triggerIntervalMs ?? null;
  const span = formatElapsed(sinceMs === null ? 0 : nowMs - sinceMs);
  return (
    <PanelNotice
      icon="arc"
      tone="blue"
      spins
      title={
        triggerMs === null
          ? t('panel.waiting', { seconds: span })
          : t('panel.waitingFor', { trigger: formatTrigger(triggerMs), seconds: span })
      }
      {...(detail === undefined ? {} : { detail })}
    />
  );
}

/** An interval as a person says it: `500 ms`, `2 s`, `1 min`. */
const formatTrigger = (milliseconds: number) =>
  milliseconds % 1_000 === 0 ? formatElapsed(milliseconds) : formatDuration(milliseconds);
