import { layers } from '../../../../main/contract/delta';
import { Badge } from '../../components/badge';
import { StartAction } from '../../components/start-action';
import { StoppedNote } from '../../components/stopped-note';
import { formatElapsed } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';

/** What every micro-batch writes is stale when it is older while the pipeline runs. */
const staleAfterMs = 15_000;
/** Tables of the layers of data grow with each batch; those of quality only when something is amiss. */
const growing = layers.filter((layer) => layer !== 'quality');

/**
 * Beside a table's name: that its rows stay while the pipeline is stopped, and Start; or that they
 * are older than they should be. Nothing for an earlier version, which is meant to be old.
 */
export function TableNote({ table, version }: { table: string; version: number | null }) {
  const nowMs = useNowMs();
  const pipeline = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isOwn = useStores('overview', (state) => state.overview?.lakehouse !== 'sample');
  const isLost = useStores('connection', ({ connection }) => connection.kind === 'lost');
  const found = useStores('overview', (state) =>
    state.overview?.tables.find((one) => one.table === table),
  );
  if (version !== null || !found || !isOwn) return null;
  const { rows, committedAtMs } = found;
  if (pipeline === 'stopped' && !isLost)
    return (
      <>
        <StoppedNote rows={rows} atMs={committedAtMs} />
        <StartAction />
      </>
    );
  const ageMs = nowMs - committedAtMs;
  const isServing = pipeline === 'running' || pipeline === 'degraded';
  const isOld = isServing && ageMs > staleAfterMs && growing.some((one) => table.startsWith(one));
  if (!isLost && !isOld) return null;
  return (
    <Badge tone="amber" icon="triangle" word={t('panel.stale', { age: formatElapsed(ageMs) })} />
  );
}
