import { useState } from 'react';
import type { AlertCause } from '../../../../main/contract/alerts';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { causeName } from './alert-row';

/** Keeps the alerts of a cause from being counted and notified, or lets them be told again. */
export function MuteAlert(props: { cause: AlertCause; muted: boolean; onMuted: () => void }) {
  const { cause, muted, onMuted } = props;
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
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
        type="button"
        className="button button-quiet"
        title={t(muted ? 'quality.alerts.unmuteHelp' : 'quality.alerts.muteHelp')}
        aria-label={t(muted ? 'quality.alerts.unmuteOne' : 'quality.alerts.muteOne', { name })}
        aria-disabled={isBusy}
        onClick={() => void mute()}
      >
        {t(muted ? 'quality.alerts.unmute' : 'quality.alerts.mute')}
      </button>
    </>
  );
}
