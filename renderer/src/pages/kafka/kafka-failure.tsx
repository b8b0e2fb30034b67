import type { Failure } from '../../../../main/contract/failure';
import { FailureNotice } from '../../components/failure-notice';
import { PanelNotice } from '../../components/panel-notice';
import { StartAction } from '../../components/start-action';
import { t } from '../../languages/language';
import { keysText } from '../../shortcuts/keys-text';

/** Instead of what the broker would tell: it does not run, or what went wrong. */
export function KafkaFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  if (failure.code === 'PIPELINE_NOT_RUNNING')
    return (
      <PanelNotice
        icon="square"
        title={t('kafka.stoppedTitle')}
        detail={t('kafka.stoppedDetail')}
        fix={t('panel.howToStart', { keys: keysText('start-stop') })}
        action={<StartAction />}
      />
    );
  return <FailureNotice failure={failure} onRetry={onRetry} />;
}
