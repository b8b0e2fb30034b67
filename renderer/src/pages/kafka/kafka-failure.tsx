import { failureText } from '../../languages/failure-text';
import type { Failure } from '../../../../main/contract/failure';
import { PanelNotice } from '../../components/panel-notice';
import { startStopKeys } from '../../format/keys';
import { t } from '../../languages/language';

/** Instead of what the broker would tell: it does not run, or what went wrong. */
export function KafkaFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  if (failure.code === 'PIPELINE_NOT_RUNNING')
    return (
      <PanelNotice
        icon="square"
        title={t('kafka.stoppedTitle')}
        detail={t('kafka.stoppedDetail')}
        fix={t('panel.howToStart', { keys: startStopKeys(navigator.platform) })}
      />
    );
  const { title, message, fix } = failureText(failure);
  return (
    <PanelNotice
      icon="octagon"
      tone="red"
      title={title}
      detail={message}
      fix={fix}
      code={failure.code}
      action={
        <button type="button" className="button" onClick={onRetry}>
          {t('panel.retry')}
        </button>
      }
    />
  );
}
