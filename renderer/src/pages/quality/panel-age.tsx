import { Badge } from '../../components/badge';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';

/** How old a panel's figures are; amber once nothing new can come in. */
export function PanelAge({ atMs }: { atMs: number | null }) {
  const isLost = useStores('connection', ({ connection }) => connection.kind !== 'open');
  const nowMs = useNowMs();
  if (atMs === null) return null;
  const age = formatAge(atMs, nowMs);
  if (isLost) return <Badge tone="amber" icon="clock" word={t('panel.stale', { age })} />;
  return <span className="unit">{t('quality.checkedAt', { age })}</span>;
}
