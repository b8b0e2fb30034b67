import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { Icon } from './icon';

/**
 * Starts the pipeline from where its rows are missed (ux.md section 4). It does what the one control
 * above does, so it is there only while that one says Start, and never over the sample's tables.
 */
export function StartAction() {
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isOwn = useStores('overview', (state) => state.overview?.lakehouse !== 'sample');
  const isSent = useStores('overview', ({ sent }) => sent !== null);
  const command = useStores('overview', (state) => state.command);
  if (state !== 'stopped' || !isOwn) return null;
  return (
    <button
      type="button"
      className="button start-action"
      disabled={isSent}
      onClick={() => void command('start')}
    >
      <Icon name="play" />
      {t('action.stopped')}
    </button>
  );
}
