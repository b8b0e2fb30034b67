import { useState } from 'react';
import type { AlertCause } from '../../../../main/contract/alerts';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useFocusHeir } from '../../state/use-focus-heir';
import { causeKey, causeName } from './alert-row';

/** Keeps the alerts of a cause from being counted and notified, or lets them be told again. */
export function MuteAlert(props: { cause: AlertCause; muted: boolean; onMuted: () => void }) {
  const { cause, muted, onMuted } = props;
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const key = causeKey(cause);
  // The row goes to another section, or away: to the same cause there, or to what is left.
  const button = useFocusHeir<HTMLButtonElement>((panel) => {
    const left = [...(panel?.querySelectorAll<HTMLElement>('[data-mutes]') ?? [])];
    return left.find(({ dataset }) => dataset['mutes'] === key) ?? left[0];
  });
  const mute = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const { pack, rule, subject } = cause;
    try {
      await client.request('alert.mute', { pack, rule, subject, muted: !muted });
      onMuted();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setIsBusy(false);
    }
  };
  const name = causeName(cause);
  return (
    <>
      {failure && (
        <span className="quality-wrong" role="alert">
          {failureText(failure).title}
        </span>
      )}
      <button
        ref={button}
        type="button"
        className="button button-quiet"
        title={t(muted ? 'quality.alerts.unmuteHelp' : 'quality.alerts.muteHelp')}
        aria-label={t(muted ? 'quality.alerts.unmuteOne' : 'quality.alerts.muteOne', { name })}
        data-mutes={key}
        aria-disabled={isBusy}
        onClick={() => void mute()}
      >
        {t(muted ? 'quality.alerts.unmute' : 'quality.alerts.mute')}
      </button>
    </>
  );
}
