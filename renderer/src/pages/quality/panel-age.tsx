import { Badge } from '../../components/badge';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { scoresStaleMs } from './checked';

/** How old a panel's figures are; amber once nothing new comes in. */
export function PanelAge(props: {
  atMs: number | null;
  /** False where a person asks for new ones. */
  isRenewed: boolean;
}) {
  const { atMs, isRenewed } = props;
  const isLost = useStores('connection', ({ connection }) => connection.kind !== 'open');
  const isRunning = useStores('overview', ({ overview }) => {
    const state = overview?.pipeline.state;
    return state === 'running' || state === 'degraded';
  });
  const nowMs = useNowMs();
  if (atMs === null) return null;
  const age = formatAge(atMs, nowMs);
  const isOld = isRenewed && isRunning && nowMs - atMs > scoresStaleMs;
  if (isLost || isOld) return <Badge tone="amber" icon="clock" word={t('panel.stale', { age })} />;
  return <span className="unit">{t('quality.checkedAt', { age })}</span>;
}
