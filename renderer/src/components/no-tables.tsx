import { t } from '../languages/language';
import { keysText } from '../shortcuts/keys-text';
import { useStores } from '../state/stores';
import type { IconName } from './icon';
import { PanelNotice } from './panel-notice';
import { StartAction } from './start-action';
import { WaitingNotice } from './waiting-notice';

/**
 * Instead of a place that lives from tables, before there is one: what will be there, and Start; or
 * while the pipeline is at work, what is waited for.
 */
export function NoTables({ willAppear, icon }: { willAppear: string; icon: IconName }) {
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isAtWork = state !== null && state !== 'stopped' && state !== 'failed';
  if (isAtWork) return <WaitingNotice detail={willAppear} />;
  return (
    <PanelNotice
      icon={icon}
      title={willAppear}
      detail={t('panel.howToStart', { keys: keysText('start-stop') })}
      action={<StartAction />}
    />
  );
}
