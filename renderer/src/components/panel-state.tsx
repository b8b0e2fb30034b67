import { Badge } from './badge';
import { FailureNotice } from './failure-notice';
import { PanelNotice } from './panel-notice';
import { StartAction } from './start-action';
import { WaitingNotice } from './waiting-notice';
import { formatAge, formatClock } from '../format/time';
import { t } from '../languages/language';
import { keysText } from '../shortcuts/keys-text';
import type { AsyncView } from '../state/async-view';
import { useNowMs, useStores } from '../state/stores';

/** What is older than this while the pipeline runs is stale. */
const staleAfterMs = 15_000;

/** Whether the pipeline is at work, so that something can be waited for. */
const isAtWork = (state: string | null) =>
  state !== null && state !== 'stopped' && state !== 'failed';

/** Instead of a panel's content: what will be there, what is waited for, or why there is none. */
export function PanelState<T>(props: {
  view: AsyncView<T>;
  willAppear: string;
  onRetry: () => void;
}) {
  const { view, willAppear, onRetry } = props;
  const state = useStores('overview', (store) => store.overview?.pipeline.state ?? null);
  if (view.kind === 'failed') return <FailureNotice failure={view.failure} onRetry={onRetry} />;
  if (isAtWork(state)) return <WaitingNotice detail={willAppear} />;
  return (
    <PanelNotice
      icon="square"
      title={willAppear}
      fix={t('panel.howToStart', { keys: keysText('start-stop') })}
      action={<StartAction />}
    />
  );
}

/** Beside a panel's title: that its content is of earlier, or older than it should be. */
export function StateNote({ atMs }: { atMs: number | null }) {
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isLost = useStores('connection', ({ connection }) => connection.kind === 'lost');
  const nowMs = useNowMs();
  if (atMs === null) return null;
  if (!isAtWork(state)) return <span className="panel-note">{formatClock(atMs, nowMs)}</span>;
  const isStale =
    isLost || ((state === 'running' || state === 'degraded') && nowMs - atMs > staleAfterMs);
  if (!isStale) return null;
  return (
    <Badge tone="amber" icon="clock" word={t('panel.stale', { age: formatAge(atMs, nowMs) })} />
  );
}
