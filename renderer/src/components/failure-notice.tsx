import type { Failure } from '../../../main/contract/failure';
import { failureText } from '../languages/failure-text';
import { t } from '../languages/language';
import { PanelNotice } from './panel-notice';
import { Announced } from './state-announcer';

/**
 * Instead of a panel's content that could not be had: what happened, why, what to do, and another
 * try. `title` says what was asked for, where the failure's own title alone would not.
 */
export function FailureNotice(props: { failure: Failure; title?: string; onRetry: () => void }) {
  const { title, message, fix } = failureText(props.failure);
  return (
    <>
      <Announced isUrgent text={`${props.title ?? title}. ${message}`} />
      <PanelNotice
        icon="octagon"
        tone="red"
        title={props.title ?? title}
        detail={props.title === undefined ? message : `${title}. ${message}`}
        fix={fix}
        code={props.failure.code}
        action={
          <button type="button" className="button" onClick={props.onRetry}>
            {t('panel.retry')}
          </button>
        }
      />
    </>
  );
}
